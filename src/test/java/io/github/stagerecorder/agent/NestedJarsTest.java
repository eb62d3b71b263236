package io.github.stagerecorder.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.stagerecorder.ChildJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The folder for temporary files, into which the agent unpacks its jars, is shared with another user. */
@Timeout(60)
@EnabledOnOs(value = OS.LINUX, disabledReason = "the other user is one of Linux")
class NestedJarsTest {
    private static final int USER = 54321;
    private static final int OTHER = 54322;
    private static final int ROOT = 0;
    private static final String REFUSED = "nothing of it is recorded";

    @TempDir
    private Path folder;

    private Path temporary;
    private Path agent;

    @BeforeEach
    void shareAFolder() throws IOException {
        assumeTrue("root".equals(System.getProperty("user.name")), "only root can be two users");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        temporary = Files.createDirectory(folder.resolve("tmp"));
        agent = Files.copy(AgentProcess.jar(), folder.resolve("agent.jar"));
        give(temporary, ROOT, 01777);
    }

    private static void give(Path file, int owner, int mode) throws IOException {
        Files.setAttribute(file, "unix:uid", owner);
        Files.setAttribute(file, "unix:mode", mode);
    }

    /** A virtual machine that tells its version starts its agents first. */
    private String start() throws Exception {
        Process process = new ProcessBuilder(
                        "setpriv",
                        "--reuid=" + USER,
                        "--regid=" + USER,
                        "--clear-groups",
                        AgentProcess.java(),
                        "-javaagent:" + agent + "=out=" + folder.resolve("clips"),
                        "-Djava.io.tmpdir=" + temporary,
                        "-version")
                .redirectErrorStream(true)
                .start();
        String printed = ChildJvm.printed(process);
        assertEquals(0, process.waitFor(), printed);
        return printed;
    }

    @Test
    void shouldLoadFromAFolderThatIsSharedSafely() throws Exception {
        assertFalse(start().contains(REFUSED));
    }

    @Test
    void shouldLoadFromAFolderThatCannotBeListed() throws Exception {
        give(temporary, ROOT, 01733);
        assertFalse(start().contains(REFUSED));
    }

    @Test
    void shouldLoadNothingFromAFolderThatAnotherUserCouldChange() throws Exception {
        give(temporary, ROOT, 0777);
        assertTrue(start().contains("others could change what is unpacked in " + temporary));
        give(temporary, OTHER, 01777);
        assertTrue(start().contains("others could change what is unpacked in " + temporary));
        give(temporary, ROOT, 01777);
        give(folder, OTHER, 0755);
        assertTrue(start().contains("others could change what is unpacked in " + folder));
    }

    @Test
    void shouldRemoveWhatADeadProcessOfThisUserLeftAlone() throws Exception {
        Path ours = leave(USER, "stagerecorder-agent-999999999-1");
        Path others = leave(OTHER, "stagerecorder-agent-999999999-2");
        start();
        assertFalse(Files.exists(ours));
        assertTrue(Files.exists(others.resolve("x.jar")));
    }

    private Path leave(int owner, String name) throws IOException {
        Path left = Files.createDirectory(temporary.resolve(name));
        Files.createFile(left.resolve("x.jar"));
        give(left, owner, 0777);
        Files.setLastModifiedTime(left, FileTime.fromMillis(0));
        return left;
    }
}
