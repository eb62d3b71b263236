package io.github.stagerecorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.media.DecodedVideo;
import io.github.stagerecorder.media.Ffprobe;
import io.github.stagerecorder.recording.VirtualScreen;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** In GLX, framebuffer 0 is whichever drawable the context has at the capture, with the size that it has then. */
@Timeout(180)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no GLX")
class GlxDrawablesTest {
    @TempDir
    Path folder;

    private static String run(Class<?> program, Path argument) throws Exception {
        try (VirtualScreen screen = new VirtualScreen()) {
            ProcessBuilder child = ChildJvm.of(program, argument.toString());
            child.environment().put("DISPLAY", screen.display());
            child.environment().remove("WAYLAND_DISPLAY");
            Process process = child.redirectErrorStream(false)
                    .redirectError(Redirect.INHERIT)
                    .start(); // the log
            String printed = ChildJvm.printed(process);
            assertEquals(0, process.waitFor(), printed);
            return printed;
        }
    }

    @Test
    void shouldRecordTheDrawableThatIsCurrent() throws Exception {
        String printed = run(GlxDrawables.class, folder);
        assertEquals("""
                TAKEN TAKEN TAKEN TAKEN error 0
                TAKEN error 0
                TAKEN FAILED TAKEN error 0
                """, printed);
        assertGreys("followed.mkv", 50, 100, 150, 200);
        assertGreys("read.mkv", 80);
        assertGreys("drawn.mkv", 50, 150);
    }

    private void assertGreys(String file, int... greys) {
        DecodedVideo video = DecodedVideo.of(folder.resolve(file));
        assertEquals(GlxDrawables.WIDTH_PX, video.info().widthPx());
        for (int i = 0; i < greys.length; i++) {
            int shown = video.rgbAt(i, GlxDrawables.WIDTH_PX / 2, GlxDrawables.HEIGHT_PX / 2) & 0xFF;
            assertEquals(greys[i], shown, 12, file);
        }
    }

    /** The size is asked four times a second; a quarter of the frames are eight times as long. */
    @Test
    void shouldFollowAWindowThatBecomesLarger() throws Exception {
        String printed = run(GrowingWindow.class, folder.resolve("stage.mkv"));
        int small = Ffprobe.frameTicks(folder.resolve("stage.mkv")).size();
        assertEquals(
                2 * GrowingWindow.WIDTH_PX,
                Ffprobe.of(folder.resolve("stage-2.mkv")).widthPx());
        assertTrue(small < GrowingWindow.FRAMES + GrowingWindow.MOST_FRAMES / 4, () -> small + " frames, " + printed);
    }
}
