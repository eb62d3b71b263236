package io.github.stagerecorder.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.stagerecorder.DescribedPath;
import io.github.stagerecorder.StageRecorder;
import io.github.stagerecorder.Timing;
import io.github.stagerecorder.demo.OffscreenSurface;
import io.github.stagerecorder.media.DecodedVideo;
import io.github.stagerecorder.media.PixelLayout;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The framebuffer's alpha does not change a single bit of the picture. */
@Timeout(60)
class AlphaTest {
    private static final int WIDTH_PX = 322;
    private static final int HEIGHT_PX = 241;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void shouldNotShowWhenThePictureIsTransparent(Container container) {
        ByteBuffer opaque = decoded(container, 1);
        assertEquals(opaque, decoded(container, 0));
        assertEquals(opaque, decoded(container, 0.5f));
    }

    private ByteBuffer decoded(Container container, float alpha) {
        Path file = container.fileIn(folder.resolve(Float.toString(alpha)));
        file.getParent().toFile().mkdir();
        ColourChart.record(WIDTH_PX, HEIGHT_PX, alpha, file);
        return DecodedVideo.of(file).picture(PixelLayout.YUV420, 0);
    }

    @ParameterizedTest
    @ValueSource(floats = {0, 0.5f})
    void shouldNotShowInLosslessRgb(float alpha) throws IOException {
        assertEquals(-1, Files.mismatch(png(1), png(alpha)));
    }

    private Path png(float alpha) {
        String description = "capsfilter caps=video/x-raw,format=RGB ! pngenc ! multifilesink location="
                + DescribedPath.of(folder.resolve(alpha + "-%d.png"));
        try (OffscreenSurface surface = new OffscreenSurface(WIDTH_PX, HEIGHT_PX);
                StageRecorder recorder = StageRecorder.builder()
                        .pipeline(description)
                        .timing(Timing.FRAME_BY_FRAME)
                        .size(WIDTH_PX, HEIGHT_PX)
                        .start()) {
            ColourChart.paint(WIDTH_PX, HEIGHT_PX, alpha);
            recorder.capture();
            surface.present();
        }
        return folder.resolve(alpha + "-0.png");
    }
}
