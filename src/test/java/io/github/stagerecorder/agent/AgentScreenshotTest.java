package io.github.stagerecorder.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.media.DecodedVideo;
import io.github.stagerecorder.media.PixelLayout;
import io.github.stagerecorder.media.RgbPicture;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A recorded frame is what the X screen shows of the window: its size, what lies where, and its colours. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "an X server says what it shows")
class AgentScreenshotTest extends OnScreen {
    private static final int LARGER_X_PX = 80;
    private static final int LARGER_Y_PX = 60;

    /** The window becomes larger meanwhile. A scale other than 1 is that of AWT or GTK, as on a screen of many pixels. */
    @ParameterizedTest
    @CsvSource({
        "jogl, JoglShow, window, 1",
        "jogl, JoglShow, canvas, 2",
        "jogl, JoglShow, panel, 2",
        "processing jogl, SketchShow, '', 1",
        "jmonkeyengine, JmeShow, '', 1",
        "lwjgl3-oldest, GlfwShow, '', 1",
        "sdl, SdlShow, '', 1",
        "lwjgl2, OldShow, '', 1",
        "lwjgl2, OldAwtShow, '', 1",
        "awt, AwtShow, '', 2",
        "swt, SwtShow, '', 2",
        "swt-lwjgl, SwtLwjglShow, '', 1",
        "jogl swt, JoglSwtShow, '', 2"
    })
    void shouldRecordWhatTheScreenShows(String toolkit, String program, String argument, int scale) throws Exception {
        String classPath = Shows.compiled(program, Shows.classPath(toolkit), folder);
        List<String> command = new ArrayList<>(List.of("-Dsun.java2d.uiScale=" + scale, Shows.lwjgl2Natives()));
        command.addAll(List.of("-cp", classPath, program, argument));
        Map<String, String> environment = Map.of("GDK_SCALE", String.valueOf(scale));
        String options = "resize=new-file,quality=high,out=" + clips();
        try (AgentProcess show = AgentProcess.start(screen, environment, options, command)) {
            show.awaitFiles(clips(), 1);
            try (ScreenWindow window = new ScreenWindow(screen.display(), 100, 100)) {
                ScreenWindow.Bounds first = window.bounds();
                window.resize(first.widthPx() + LARGER_X_PX, first.heightPx() + LARGER_Y_PX);
                show.awaitFiles(clips(), 2);
                Thread.sleep(1000);
                Screenshot shown = Screenshot.of(screen);
                ScreenWindow.Bounds bounds = window.bounds();
                Thread.sleep(200);
                show.end();
                assertShown(shown, bounds, show);
            }
        }
    }

    private void assertShown(Screenshot shown, ScreenWindow.Bounds window, AgentProcess show) throws Exception {
        List<Path> files = AgentProcess.files(clips());
        DecodedVideo video = DecodedVideo.of(files.get(files.size() - 1));
        int widthPx = video.info().widthPx();
        int heightPx = video.info().heightPx();
        assertEquals(window.widthPx(), widthPx, show::printed);
        assertEquals(window.heightPx(), heightPx, show::printed);
        List<RedBox> recorded = new ArrayList<>();
        video.forEach(
                PixelLayout.RGB, (index, pixels) -> recorded.add(RedBox.in(new RgbPicture(widthPx, heightPx, pixels))));
        RedBox expected = RedBox.in(shown.picture()).from(window);
        assertTrue(recorded.stream().anyMatch(expected::isLike), () -> expected + " in " + recorded + show.printed());
    }

    private Path clips() {
        return folder.resolve("clips");
    }
}
