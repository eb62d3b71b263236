package io.github.stagerecorder.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.ChildJvm;
import io.github.stagerecorder.demo.Keyboard;
import io.github.stagerecorder.media.DecodedVideo;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The agent hears each press of its key once, and the key callbacks of a program of GLFW stay the program's. */
class AgentKeysTest extends OnScreen {
    private static final int SELDOM_MS = 400;
    private static final int OFTEN_MS = 10;

    /** Its keys go down and up between two polls, and it has its callbacks already. */
    @Test
    void shouldHearThePressesOfAProgramThatSeldomPolls() throws Exception {
        try (AgentProcess game = AgentProcess.start(screen, null, game(SELDOM_MS));
                Keyboard keyboard = new Keyboard(screen.display())) {
            game.await("shown");
            tell(game, "stop,key=F8,out=" + folder);
            change(game, '0');
            keyboard.pressF(8);
            game.awaitFiles(folder, 1);
            keyboard.pressF(8);
            game.await(": complete");
            keyboard.pressF(8);
            game.awaitFiles(folder, 2);
            keyboard.pressF(12); // on which the program exits, in its callback
            game.awaitEnd(0);
            assertEquals(3, countOf("first hears 297 down", game));
            assertEquals(3, countOf("first hears 297 up", game));
            List<Path> files = AgentProcess.files(folder);
            assertEquals(2, files.size(), game::printed);
            for (Path file : files) {
                assertTrue(DecodedVideo.of(file).info().packetNs().size() > 0, game::printed);
            }
        }
    }

    @Test
    void shouldLeaveTheProgramItsCallbacks() throws Exception {
        List<String> program = game(OFTEN_MS);
        try (AgentProcess game = AgentProcess.start(screen, "key=F8,start=key,out=" + folder, program);
                Keyboard keyboard = new Keyboard(screen.display())) {
            game.await("shown");
            change(game, 's');
            change(game, 'c');
            change(game, '0');
            keyboard.pressF(8);
            game.awaitFiles(folder, 1);
            change(game, 'f');
            change(game, '1');
            keyboard.pressF(8);
            game.awaitFiles(folder, 2);
            change(game, 'n');
            change(game, 'f'); // where no callback is but the agent's
            change(game, 'm');
            change(game, '0');
            keyboard.pressF(8);
            game.await(": complete");
            game.end();
            assertTrue(game.printed().contains("was given back its own: true"), game::printed);
            assertEquals(1, countOf("another hears 297 down", game));
            assertEquals(1, countOf("chained\nanother hears 297 up", game));
            assertFalse(game.printed().matches("(?s).*(first|second|wrong one) hears.*"), game::printed);
            assertEquals(2, AgentProcess.files(folder).size(), game::printed);
        }
    }

    private static List<String> game(int intervalMs) {
        return List.of("-cp", AgentProcess.classPath(), KeyGame.class.getName(), String.valueOf(intervalMs));
    }

    private static void change(AgentProcess game, char letter) throws Exception {
        game.tell(letter);
        game.await("done " + letter);
    }

    private static int countOf(String words, AgentProcess game) {
        return game.printed().split(words, -1).length - 1;
    }

    private static void tell(AgentProcess game, String words) throws Exception {
        String jar = AgentProcess.jar().toString();
        Process told = new ProcessBuilder(AgentProcess.java(), "-jar", jar, String.valueOf(game.pid()), words)
                .redirectErrorStream(true)
                .start();
        String printed = ChildJvm.printed(told);
        assertEquals(0, told.waitFor(), printed);
    }
}
