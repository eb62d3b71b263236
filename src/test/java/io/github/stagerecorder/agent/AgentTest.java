package io.github.stagerecorder.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.demo.Keyboard;
import io.github.stagerecorder.media.DecodedVideo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A program that knows nothing of a recorder is recorded, and runs as without the agent. */
class AgentTest extends OnScreen {
    private static AgentProcess silent; // for longer than the agent waits

    @BeforeAll
    static void startSilent() throws IOException {
        List<String> program = List.of("-cp", AgentProcess.classPath(), Silent.class.getName());
        silent = AgentProcess.start(screen, "key=F9", program);
    }

    @AfterAll
    static void endSilent() {
        silent.close();
    }

    /** A program that shows nothing until its input ends. */
    static final class Silent {
        private Silent() {}

        public static void main(String[] args) throws IOException {
            System.in.read();
        }
    }

    @Test
    void shouldSayThatNothingIsShown() throws Exception {
        silent.await("no OpenGL swap was seen in 10 s");
        silent.end();
    }

    @ParameterizedTest
    @EnumSource
    void shouldCompleteTheFileHoweverTheProgramEnds(Game.End end) throws Exception {
        try (AgentProcess game = start("out=" + folder, "1", end.name())) {
            game.awaitFiles(folder, 1);
            Thread.sleep(500);
            game.end();
            List<Path> files = AgentProcess.files(folder);
            assertEquals(1, files.size());
            assertPlays(files.get(0), game);
        }
    }

    @Test
    void shouldPassOverASwapWhileAnotherContextOrNoneIsCurrent() throws Exception {
        try (AgentProcess game = start("out=" + folder, "2", "DESTROY", "astray")) {
            game.awaitFiles(folder, 1);
            game.await("a swap of a GLFW window was passed over: its context is not current");
            Thread.sleep(500);
            game.end();
            assertEquals(1, AgentProcess.files(folder).size());
            assertPlays(AgentProcess.files(folder).get(0), game);
            assertFalse(game.printed().contains("the agent cannot"), game::printed);
        }
    }

    /** The one is shown when it has been hidden for longer than each swap asks. */
    @Test
    void shouldRecordEachWindowInAFileFromWhenItIsShown() throws Exception {
        try (AgentProcess game = start("out=" + folder, "3", "DESTROY", "hidden")) {
            game.awaitFiles(folder, 2);
            Thread.sleep(5_000);
            assertEquals(2, AgentProcess.files(folder).size());
            game.tell('*');
            game.awaitFiles(folder, 3);
            Thread.sleep(500);
            game.end();
            List<Path> files = AgentProcess.files(folder);
            assertEquals(3, files.size());
            assertFalse(game.printed().contains("silent"), game::printed); // it has no sound
            for (Path file : files) {
                assertPlays(file, game);
            }
        }
    }

    @Test
    void shouldBeginAnotherFileWithAnotherSizeAndWithAnotherWindow() throws Exception {
        try (AgentProcess game = start("out=" + folder + ",resize=new-file", "1", "RETURN")) {
            game.awaitFiles(folder, 1);
            game.tell('+');
            game.awaitFiles(folder, 2);
            game.tell('-');
            game.awaitFiles(folder, 3);
            game.end();
            List<Integer> widths = AgentProcess.files(folder).stream()
                    .map(file -> DecodedVideo.of(file).info().widthPx())
                    .toList();
            assertEquals(List.of(Game.WIDTH_PX, Game.LARGER_PX, Game.WIDTH_PX), widths);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"quiet", "listening"})
    void shouldStartAndStopByAKey(String kind) throws Exception {
        String[] arguments = kind.equals("quiet") ? new String[] {"1", "EXIT", "quiet"} : new String[] {"1", "EXIT"};
        try (AgentProcess game = start("out=" + folder + ",start=key,key=F8", arguments);
                Keyboard keyboard = new Keyboard(screen.display())) {
            game.await(Game.SHOWN);
            keyboard.point(100, 100);
            Thread.sleep(500);
            assertEquals(List.of(), AgentProcess.files(folder));
            keyboard.pressF(8);
            game.awaitFiles(folder, 1);
            Thread.sleep(500);
            keyboard.pressF(8);
            game.await(": complete");
            keyboard.pressF(9);
            game.end();
            assertPlays(AgentProcess.files(folder).get(0), game);
            assertEquals(kind.equals("listening"), game.printed().contains("key 297"), "the program hears its keys");
        }
    }

    @Test
    void shouldSaveTheLastSecondsByAKey() throws Exception {
        try (AgentProcess game = start("out=" + folder + ",replay=5,key=F8", "1", "DESTROY");
                Keyboard keyboard = new Keyboard(screen.display())) {
            game.await("recording without a file");
            keyboard.point(100, 100);
            Thread.sleep(2000);
            assertEquals(List.of(), AgentProcess.files(folder));
            keyboard.pressF(8);
            game.awaitFiles(folder, 1);
            game.end();
            assertPlays(AgentProcess.files(folder).get(0), game);
        }
    }

    @Test
    void shouldEndByItselfAfterSomeSeconds() throws Exception {
        Path clips = folder.resolve("clips, and more"); // whose comma needs quotes
        try (AgentProcess game = start("out='" + clips + "',seconds=0.5,format=mkv,quality=low", "1", "RETURN")) {
            game.await(": complete");
            game.end();
            Path file = AgentProcess.files(clips).get(0);
            assertTrue(file.toString().endsWith(".mkv"), file::toString);
            assertPlays(file, game);
        }
    }

    @Test
    void shouldRunAsWithoutTheAgentWhenNothingCanBeRecorded() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "no folder");
        try (AgentProcess game = start("out=" + file, "1", "DESTROY")) {
            game.await("is not recorded");
            game.end();
            assertTrue(game.printed().contains("ended"), game::printed);
        }
    }

    @Test
    void shouldSayOnceThatThereIsNoGStreamer() throws Exception {
        List<String> program = List.of(
                "-Dstagerecorder.gstreamer=" + folder,
                "-cp",
                AgentProcess.classPath(),
                Game.class.getName(),
                "1",
                "EXIT");
        try (AgentProcess game = AgentProcess.start(screen, "out=" + folder.resolve("clips"), program)) {
            game.await("GStreamer cannot be loaded");
            Thread.sleep(500);
            game.end();
            assertEquals(2, game.printed().split("recording failed", -1).length, game::printed);
        }
    }

    private static AgentProcess start(String options, String... arguments) throws IOException {
        List<String> program = new ArrayList<>(List.of("-cp", AgentProcess.classPath(), Game.class.getName()));
        program.addAll(List.of(arguments));
        return AgentProcess.start(screen, options, program);
    }

    /** Each picture is one that the program has shown, and they are in order. */
    private static void assertPlays(Path file, AgentProcess game) {
        List<Integer> numbers = DecodedVideo.of(file).frameNumbers();
        assertTrue(numbers.size() >= 5, () -> numbers + game.printed());
        int last = numbers.size() - 1; // which may stand twice, because it is shown until the end
        for (int i = 1; i <= last; i++) {
            assertTrue(numbers.get(i) - numbers.get(i - 1) >= (i < last ? 1 : 0), numbers::toString);
        }
    }
}
