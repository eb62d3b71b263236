package io.github.stagerecorder.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A file that replaces another one, while other programs replace it, remove it or have it open. */
class NewFileTest {
    private static final byte[] OLD = "old".getBytes();
    private static final byte[] OTHER = "of another program".getBytes();

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void writeOldFile() throws IOException {
        file = Files.write(folder.resolve("stage.mkv"), OLD);
    }

    private List<String> names() {
        String[] names = folder.toFile().list();
        Arrays.sort(names);
        return List.of(names);
    }

    @Test
    void shouldLeaveAFileAloneThatHasTakenItsName() throws IOException {
        NewFile created = NewFile.create(file, true);
        Files.delete(file);
        Files.write(file, OTHER);
        assertFalse(created.isInPlace());
        assertEquals(0, created.sizeBytes());
        created.undo();
        created.release();
        assertArrayEquals(OTHER, Files.readAllBytes(file));
        assertArrayEquals(OLD, Files.readAllBytes(folder.resolve("old-stage.mkv")));
        assertEquals(List.of("old-stage.mkv", "stage.mkv"), names());
    }

    @Test
    @EnabledOnOs(value = OS.WINDOWS, disabledReason = "this system tells small letters from capitals")
    void shouldGiveTheOldFileItsOwnLettersBack() throws IOException {
        NewFile created = NewFile.create(folder.resolve("STAGE.MKV"), true);
        created.undo();
        created.release();
        assertArrayEquals(OLD, Files.readAllBytes(file));
        assertEquals(List.of("stage.mkv"), names());
    }

    @Test
    void shouldTellItsSizeWhileItIsWritten() throws IOException {
        NewFile created = NewFile.create(file, true);
        try (OutputStream sink = Files.newOutputStream(file)) {
            sink.write(OTHER);
            sink.flush();
            assertEquals(OTHER.length, created.sizeBytes());
        }
        created.undo();
        created.release();
        assertArrayEquals(OLD, Files.readAllBytes(file));
        assertEquals(List.of("stage.mkv"), names());
    }

    /** Java's channels let others move and remove what they have open, as some players do. */
    @Test
    void shouldReplaceAFileWhosePlayerAllowsIt() throws IOException {
        try (FileChannel player = FileChannel.open(file)) {
            NewFile created = NewFile.create(file, true);
            created.accept();
            created.release();
            assertEquals(OLD.length, player.size());
        }
        Leftovers.removeIn(folder);
        assertEquals(0, Files.size(file));
        assertEquals(List.of("stage.mkv"), names());
    }

    /** On Windows a second name of a file that is open cannot be removed. */
    @Test
    void shouldRemoveItsFolderAtTheNextStartWhileAPlayerHasTheNewFileOpen() throws IOException {
        NewFile created = NewFile.create(file, true);
        try (FileInputStream player = new FileInputStream(file.toFile())) {
            created.accept();
            created.release();
            assertEquals(-1, player.read());
        }
        Leftovers.removeIn(folder);
        assertEquals(List.of("stage.mkv"), names());
    }

    /** On Windows the old file then has another name, because the new one cannot be removed. */
    @Test
    void shouldGiveTheOldFileBackWhileAPlayerHasTheNewOneOpen() throws IOException {
        NewFile created = NewFile.create(file, true);
        try (FileInputStream player = new FileInputStream(file.toFile())) {
            created.undo();
            created.release();
            assertEquals(-1, player.read());
        }
        Leftovers.removeIn(folder);
        Path back = folder.resolve("old-stage.mkv");
        assertArrayEquals(OLD, Files.readAllBytes(Files.exists(back) ? back : file));
        assertEquals(Files.exists(back) ? List.of("old-stage.mkv", "stage.mkv") : List.of("stage.mkv"), names());
    }
}
