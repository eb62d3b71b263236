package io.github.stagerecorder.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a killed recorder left beside a file that it replaced. */
class LeftoversTest {
    private static final byte[] OLD = "old".getBytes();
    private static final byte[] NEW = "new".getBytes();

    @TempDir
    Path folder;

    private Path file;
    private Path left;

    @BeforeEach
    void leaveAnOldFile() throws IOException {
        file = Files.write(folder.resolve("stage.mkv"), NEW);
        left = folder.resolve(".stagerecorder-1-0-7"); // another process has number 1 by now, or none
        Files.createDirectories(left.resolve("old"));
        Files.write(left.resolve("old/stage.mkv"), OLD);
        Files.createLink(left.resolve("new"), file);
    }

    private void assertOnly(byte[] content) throws IOException {
        assertArrayEquals(content, Files.readAllBytes(file));
        assertEquals(List.of("stage.mkv"), List.of(folder.toFile().list()));
    }

    @Test
    void shouldPutBackAFileWhoseSuccessorNeverHeldAnything() throws IOException {
        Leftovers.removeIn(folder);
        assertOnly(OLD);
    }

    /** The old file could not be removed, because another program had it open. */
    @Test
    void shouldNotPutBackAFileWhoseSuccessorHoldsSomething() throws IOException {
        Files.createDirectory(left.resolve("settled"));
        Leftovers.removeIn(folder);
        assertOnly(NEW);
    }

    /** A large folder takes long to list, and a start is on the render thread. */
    @Test
    void shouldLookAtAFolderOnce() throws IOException {
        Leftovers.removeIn(folder);
        leaveAnOldFile();
        Leftovers.removeIn(folder.resolve("../" + folder.getFileName()));
        assertArrayEquals(NEW, Files.readAllBytes(file));
    }
}
