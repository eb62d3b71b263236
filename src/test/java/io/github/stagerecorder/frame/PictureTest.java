package io.github.stagerecorder.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.stagerecorder.jni.ConvertNative;
import io.github.stagerecorder.jni.NativeModule;
import io.github.stagerecorder.settings.PixelFormat;
import org.junit.jupiter.api.Test;

/** Java and C both know the sizes of planes. In C they are compared with GStreamer's own. */
class PictureTest {
    @Test
    void shouldBeAsLargeAsTheConversionMakesIt() {
        NativeModule.load();
        for (int widthPx = 1; widthPx < 70; widthPx++) {
            for (int heightPx = 1; heightPx < 10; heightPx++) {
                checkPlanes(widthPx, heightPx);
            }
        }
        checkPlanes(16384, 8192);
        checkPlanes(32767, 32767);
    }

    private static void checkPlanes(int widthPx, int heightPx) {
        assertEquals(
                ConvertNative.frameBytes(widthPx, heightPx, false),
                Picture.upright(widthPx, heightPx, PixelFormat.I420).sizeBytes());
        assertEquals(
                ConvertNative.frameBytes(widthPx, heightPx, true),
                Picture.upright(widthPx, heightPx, PixelFormat.NV12).sizeBytes());
    }

    @Test
    void shouldTakeFourBytesForAPixelThatIsRead() {
        assertEquals(
                4L * 32768 * 32768,
                Picture.asRead(32768, 32768, PixelFormat.BGRX).sizeBytes());
    }
}
