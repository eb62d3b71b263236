package io.github.stagerecorder.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.demo.Keyboard;
import io.github.stagerecorder.media.DecodedVideo;
import io.github.stagerecorder.media.RgbPicture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Programs of other toolkits, which know of no recorder.
 * The upper left quarter of their pictures is red, and the rest becomes brighter with each.
 */
@EnabledOnOs(value = OS.LINUX, disabledReason = "the toolkits have the libraries of Linux")
class AgentToolkitsTest extends OnScreen {
    private static final int TOLERANCE = 4;

    /** Some systems and toolkits have a use of their own for F1, F10 or F11. */
    @ParameterizedTest
    @CsvSource({
        "jogl, JoglShow, window, 12",
        "jogl, JoglShow, canvas, 10",
        "jogl-older, JoglShow, window, 11",
        "processing jogl, SketchShow, '', 1",
        "jmonkeyengine, JmeShow, '', 2",
        "lwjgl3-oldest, GlfwShow, '', 12",
        "sdl, SdlShow, '', 11",
        "lwjgl2, OldShow, '', 11",
        "swt, SwtShow, '', 10",
        "jogl swt, JoglSwtShow, '', 12",
        "swt-lwjgl, SwtLwjglShow, '', 1",
        "awt, AwtShow, '', 10"
    })
    void shouldRecordFromAKeyToTheNext(String toolkit, String program, String argument, int key) throws Exception {
        try (AgentProcess show = start(toolkit, program, argument, ",start=key,key=F" + key);
                Keyboard keyboard = new Keyboard(screen.display())) {
            show.await("shown");
            keyboard.point(100, 100);
            Thread.sleep(300);
            assertEquals(List.of(), AgentProcess.files(folder));
            keyboard.pressF(key);
            show.awaitFiles(folder, 1);
            Thread.sleep(500);
            keyboard.pressF(key);
            show.await(": complete");
            show.end();
            assertPlays(show);
        }
    }

    @ParameterizedTest
    @CsvSource({"jogl, JoglShow, panel", "jogl, JoglShow, offscreen astray"})
    void shouldRecordWhatIsNoWindow(String toolkit, String program, String argument) throws Exception {
        try (AgentProcess show = start(toolkit, program, argument, "")) {
            show.awaitFiles(folder, 1);
            Thread.sleep(500);
            show.end();
            assertPlays(show);
        }
    }

    /** The program destroys the context of its canvas, which stays in its window. */
    @Test
    void shouldCompleteTheFileOfACanvasThatIsDestroyed() throws Exception {
        try (AgentProcess show = start("lwjgl2", "OldAwtShow", "", "")) {
            show.awaitFiles(folder, 1);
            Thread.sleep(500);
            show.end();
            assertPlays(show);
            assertTrue(show.printed().indexOf(": complete") < show.printed().indexOf("destroyed"), show::printed);
        }
    }

    /** Nothing tells the keys of such a window. Its file is complete when its context goes. */
    @ParameterizedTest
    @ValueSource(strings = {"glx", "egl"})
    void shouldRecordWhatSwapsWithoutAToolkit(String windowSystem) throws Exception {
        try (AgentProcess show = start(null, "NativeShow", windowSystem, ",key=F9")) {
            show.awaitFiles(folder, 1);
            Thread.sleep(500);
            show.end();
            assertPlays(show);
            assertTrue(show.printed().contains("key=F9 does nothing"), show::printed);
            assertTrue(show.printed().indexOf(": complete") < show.printed().indexOf("closed"), show::printed);
        }
    }

    /** Programs on Maven Central, which nobody here wrote. A frame is compared with the screen. */
    @ParameterizedTest
    @CsvSource({
        "gdx-tools, com.badlogic.gdx.tools.hiero.Hiero",
        "gdx-tools, com.badlogic.gdx.tools.flame.FlameMain",
        "ode4j, org.ode4j.demo.DemoBuggy"
    })
    void shouldRecordWhatAProgramOfOthersShows(String toolkit, String program) throws Exception {
        List<String> command = List.of("-cp", Shows.classPath(toolkit), program);
        try (AgentProcess others = AgentProcess.start(screen, "out=" + folder, command)) {
            others.awaitFiles(folder, 1);
            Thread.sleep(2000);
            Screenshot shown = Screenshot.of(screen);
            others.terminate();
            DecodedVideo video = DecodedVideo.of(AgentProcess.files(folder).get(0));
            RgbPicture last = video.rgb(video.info().packetNs().size() - 1);
            assertTrue(shown.contains(last), others::printed);
        }
    }

    private AgentProcess start(String toolkit, String program, String argument, String options) throws IOException {
        String classPath = "jogl-older".equals(toolkit)
                ? Shows.compiledForOlderJogl(program, Shows.classPath(toolkit), folder)
                : Shows.compiled(program, Shows.classPath(toolkit), folder);
        List<String> command = List.of("-cp", classPath, Shows.lwjgl2Natives(), program);
        return AgentProcess.start(
                screen,
                "out=" + folder + options,
                Stream.concat(command.stream(), Stream.of(argument.split(" "))).toList());
    }

    private void assertPlays(AgentProcess show) throws IOException {
        List<Path> files = AgentProcess.files(folder);
        assertEquals(1, files.size(), show::printed);
        assertFalse(show.printed().contains("the agent cannot"), show::printed);
        DecodedVideo video = DecodedVideo.of(files.get(0));
        int pictures = video.info().packetNs().size();
        assertTrue(pictures >= 5, () -> pictures + show.printed());
        int first = greyOf(video.rgb(0));
        int last = greyOf(video.rgb(pictures - 1));
        assertNotEquals(first, last);
    }

    private static int greyOf(RgbPicture picture) {
        int leftPx = picture.widthPx() / 4;
        int rightPx = 3 * leftPx;
        int upperPx = picture.heightPx() / 4;
        int grey = picture.at(rightPx, 3 * upperPx) & 0xFF;
        assertTrue(RgbPicture.difference(0xFF0000, picture.at(leftPx, upperPx)) <= TOLERANCE);
        assertTrue(RgbPicture.difference(grey * 0x010101, picture.at(rightPx, upperPx)) <= TOLERANCE);
        assertTrue(RgbPicture.difference(grey * 0x010101, picture.at(leftPx, 3 * upperPx)) <= TOLERANCE);
        return grey;
    }
}
