package io.github.stagerecorder.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.stagerecorder.ChildJvm;
import io.github.stagerecorder.media.DecodedVideo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A program that runs already is told to record. */
class AgentAttachTest extends OnScreen {
    private record Answer(int status, String printed) {}

    @Test
    void shouldRecordARunningProgramFromAStartToAStop() throws Exception {
        try (AgentProcess game = AgentProcess.start(screen, null, game())) {
            game.await(Game.SHOWN);
            assertTold(tell(game, "start,out=" + folder + ",fps=30"));
            game.awaitFiles(folder, 1);
            Thread.sleep(500);
            assertTold(tell(game, "stop"));
            game.await(": complete");
            assertTold(tell(game, "replay"));
            game.await("no replay is kept");
            assertTold(tell(game, "start,replay=20,format=mkv,out=" + folder));
            Thread.sleep(1500);
            assertTold(jcmd(game, "replay"));
            List<Path> files = game.awaitFiles(folder, 2);
            game.end();
            files.forEach(file ->
                    assertTrue(DecodedVideo.of(file).frameNumbers().stream().allMatch(number -> number > 0)));
            assertTrue(files.get(1).toString().endsWith(".mkv"));
        }
    }

    @Test
    void shouldSayWhyAProgramCannotBeTold() throws Exception {
        try (AgentProcess game = AgentProcess.start(screen, null, game("-XX:+DisableAttachMechanism"))) {
            game.await(Game.SHOWN);
            Answer refused = tell(game, "start");
            assertEquals(1, refused.status);
            assertTrue(refused.printed.contains("-XX:+DisableAttachMechanism"), refused.printed);
            Answer mistyped = tell(game, "start,fsp=60");
            assertEquals(1, mistyped.status);
            assertTrue(mistyped.printed.startsWith("\"fsp\" is no option of the agent."), mistyped.printed);
            assertTrue(mistyped.printed.contains("fps=NUMBER"), mistyped.printed);
            game.end();
            Answer gone = tell(game, "start");
            assertEquals(1, gone.status);
            assertTrue(gone.printed.startsWith("No program has the PID " + game.pid()), gone.printed);
        }
    }

    @Test
    void shouldSayThatTheAgentCannotWorkThere() throws Exception {
        Path unsafe = Files.createDirectory(folder.resolve("unsafe"));
        Files.setPosixFilePermissions(unsafe, PosixFilePermissions.fromString("rwxrwxrwx"));
        try (AgentProcess game = AgentProcess.start(screen, null, game("-Djava.io.tmpdir=" + unsafe))) {
            game.await(Game.SHOWN);
            for (int i = 1; i <= 2; i++) {
                Answer refused = tell(game, "start,out=" + folder.resolve("clips"));
                assertEquals(1, refused.status, refused.printed);
                assertTrue(refused.printed.contains("it has printed the reason"), refused.printed);
            }
            game.await("nothing of it is recorded: java.io.IOException: others could change");
            game.end();
        }
    }

    @Test
    void shouldRecordAgainBesideAReplay() throws Exception {
        String options = "replay=20,start=now,fps=30,out=" + folder;
        try (AgentProcess game = AgentProcess.start(screen, options, game())) {
            game.awaitFiles(folder, 1);
            assertTold(tell(game, "stop"));
            game.await(": complete");
            assertTold(tell(game, "start"));
            game.awaitFiles(folder, 2);
            game.end();
        }
    }

    @Test
    void shouldNotEndWhatIsNoJavaProgram() throws Exception {
        Process sleeper = new ProcessBuilder("sleep", "60").start();
        try {
            String jar = AgentProcess.jar().toString();
            Answer refused = run(AgentProcess.java(), "-jar", jar, String.valueOf(sleeper.pid()), "start");
            assertEquals(1, refused.status);
            assertTrue(refused.printed.contains("is no Java program"), refused.printed);
            assertTrue(sleeper.isAlive());
        } finally {
            sleeper.destroyForcibly();
        }
    }

    @Test
    void shouldSayWhatItNeedsWhenItIsNotStartedByAJdk() throws Exception {
        String jar = AgentProcess.jar().toString();
        Answer refused = run(AgentProcess.java(), "--limit-modules", "java.base", "-jar", jar, "1", "start");
        assertEquals(1, refused.status);
        assertTrue(refused.printed.startsWith("This Java has no module jdk.attach."), refused.printed);
    }

    private static List<String> game(String... options) {
        List<String> program = new ArrayList<>(List.of(options));
        program.addAll(List.of("-cp", AgentProcess.classPath(), Game.class.getName(), "1", "DESTROY"));
        return program;
    }

    private static void assertTold(Answer answer) {
        assertEquals(0, answer.status, answer.printed);
    }

    private static Answer tell(AgentProcess game, String words) throws Exception {
        return run(AgentProcess.java(), "-jar", AgentProcess.jar().toString(), String.valueOf(game.pid()), words);
    }

    private static Answer jcmd(AgentProcess game, String words) throws Exception {
        Path jcmd = Path.of(AgentProcess.java()).resolveSibling("jcmd");
        assumeTrue(Files.exists(jcmd), "this is no JDK");
        String jar = AgentProcess.jar().toString();
        return run(jcmd.toString(), String.valueOf(game.pid()), "JVMTI.agent_load", jar, words);
    }

    private static Answer run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = ChildJvm.printed(process);
        return new Answer(process.waitFor(), printed);
    }
}
