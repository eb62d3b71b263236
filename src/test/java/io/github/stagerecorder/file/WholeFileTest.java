package io.github.stagerecorder.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.stagerecorder.FailureKind;
import io.github.stagerecorder.RecordingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file has its name when it is complete, and nothing else is left in the folder. */
class WholeFileTest {
    private static final byte[] OLD = "old".getBytes();
    private static final byte[] NEW = "new".getBytes();

    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("größe 1.png");
    }

    private OutputTarget target(boolean overwrite) {
        return new OutputTarget(file(), overwrite);
    }

    private void assertOnly(byte[] content) throws IOException {
        assertArrayEquals(content, Files.readAllBytes(file()));
        assertEquals(List.of(file().getFileName().toString()), names());
    }

    private List<String> names() {
        return Arrays.asList(folder.toFile().list());
    }

    @Test
    void shouldAppearWhenItIsComplete() throws IOException {
        WholeFile.write(target(false), out -> {
            out.write(NEW);
            out.flush();
            assertFalse(Files.exists(file()));
        });
        assertOnly(NEW);
    }

    @Test
    void shouldKeepTheOldFileUntilTheNewOneIsComplete() throws IOException {
        Files.write(file(), OLD);
        WholeFile.write(target(true), out -> {
            out.write(NEW);
            assertArrayEquals(OLD, Files.readAllBytes(file()));
        });
        assertOnly(NEW);
    }

    @Test
    void shouldLeaveNothingWhenTheDiskFails() {
        RecordingException refusal = assertThrows(
                RecordingException.class,
                () -> WholeFile.write(target(false), out -> {
                    out.write(NEW);
                    throw new IOException("no space");
                }));
        assertEquals(FailureKind.OUTPUT, refusal.kind());
        assertEquals(List.of(), names());
    }

    /** As on a file system without hard links, where the last step is a move onto an empty file. */
    @Test
    void shouldLeaveNothingWhenTheLastStepFails() {
        RecordingException refusal = assertThrows(
                RecordingException.class, () -> WholeFile.write(target(false), out -> Files.delete(draft())));
        assertEquals(FailureKind.OUTPUT, refusal.kind());
        assertEquals(List.of(), names());
    }

    private Path draft() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).findAny().orElseThrow();
        }
    }

    @Test
    void shouldNotReplaceAFileThatAppearsMeanwhile() throws IOException {
        assertThrows(RecordingException.class, () -> WholeFile.write(target(false), out -> Files.write(file(), OLD)));
        assertOnly(OLD);
    }

    @Test
    void shouldRemoveWhatAKilledProcessLeft() throws IOException {
        Path drafts = folder.resolve(".stagerecorder-1-0-7/draft"); // another process has number 1 by now
        Files.createDirectories(drafts);
        Files.write(drafts.resolve("half.png"), OLD);
        WholeFile.write(target(false), out -> out.write(NEW));
        assertOnly(NEW);
    }
}
