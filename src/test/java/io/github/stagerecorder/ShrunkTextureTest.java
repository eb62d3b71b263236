package io.github.stagerecorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.media.DecodedVideo;
import io.github.stagerecorder.media.RgbPicture;
import java.nio.file.Path;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A texture that cannot be asked for its size becomes smaller while it is attached. No older pixel is recorded. */
@Timeout(60)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "OpenGL ES comes from EGL")
class ShrunkTextureTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "2.0, CLIENT, AUTO",
        "3.0, CLIENT, KERNEL",
        "3.0, MAPPED, KERNEL",
        "3.0, CLIENT, AS_READ",
        "3.0, MAPPED, AS_READ"
    })
    void shouldRecordNoRemainsOfOlderFrames(String version, ReadStrategy strategy, Convert convert) throws Exception {
        Path file = folder.resolve("stage.mkv");
        String printed = ShrunkTexture.of(file, strategy, convert, version);
        assertTrue(printed.contains("frames 6 3, error 0"), printed);
        DecodedVideo video = DecodedVideo.of(file);
        int index = 0;
        for (int frame = 0; frame < ShrunkTexture.FRAMES; frame++) {
            if (!ShrunkTexture.isShrunk(frame)) {
                assertGrey(ShrunkTexture.grey(frame), video.rgb(index++));
            }
        }
    }

    private static void assertGrey(int grey, RgbPicture picture) {
        for (int y = 0; y < ShrunkTexture.HEIGHT_PX; y++) {
            int shown = picture.at(ShrunkTexture.WIDTH_PX / 2, y) & 0xFF;
            assertEquals(grey, shown, 8, "in row " + y);
        }
    }
}
