package io.github.stagerecorder.file;

import com.sun.jna.Platform;
import io.github.stagerecorder.log.Log;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;

/**
 * A file that was created for a recording, empty. If it replaces an old file, that is kept beside it until {@link
 * #accept} or {@link #undo}. Nothing that is open is renamed or removed, because Windows does not allow it.
 */
public final class NewFile {
    private final Path path;
    private final Path replaced; // the old file's own name: another one may stand for it, such as STAGE.MP4 on Windows
    private final OwnFolder old; // null if there was no old file
    private final Object key;
    private volatile boolean keepsOld;

    private NewFile(Path path, Path replaced, OwnFolder old) throws IOException {
        this.path = path;
        this.replaced = replaced;
        this.old = old;
        keepsOld = old != null;
        key = key();
    }

    /**
     * Creates the file.
     *
     * @param replace whether an old file may be replaced
     * @throws IOException if that is not possible; an old file is then in its place
     */
    public static synchronized NewFile create(Path path, boolean replace) throws IOException {
        boolean replaces = replace && Files.exists(path, LinkOption.NOFOLLOW_LINKS);
        Path replaced = replaces ? path.toRealPath(LinkOption.NOFOLLOW_LINKS) : path;
        OwnFolder old = replaces ? moveAside(replaced) : null;
        try {
            Files.createFile(path);
            if (old != null) {
                old.remember(path);
            }
            return new NewFile(path, replaced, old);
        } catch (IOException e) {
            if (old != null) {
                putBack(old, replaced);
            }
            throw e;
        }
    }

    private static OwnFolder moveAside(Path path) throws IOException {
        OwnFolder aside = OwnFolder.beside(path);
        try {
            aside.take(path);
            return aside;
        } catch (IOException e) {
            aside.removeOrLog();
            throw e;
        }
    }

    /** Puts the old file back, but replaces no file that has its name by now. */
    private static void putBack(OwnFolder old, Path replaced) throws IOException {
        Path back = old.putBack(replaced, !Files.exists(replaced, LinkOption.NOFOLLOW_LINKS));
        old.removeOrLog();
        if (!back.equals(replaced)) {
            Log.line(Level.WARNING, "another file has the name " + replaced + "; the older one is " + back);
        }
    }

    /** Returns whether the file still has its name, and no other file has it. */
    public boolean isInPlace() {
        try {
            return Objects.equals(key, key());
        } catch (IOException e) {
            return false;
        }
    }

    /** Returns what tells it from other files. Java knows that for all systems but Windows. */
    private Object key() throws IOException {
        return Platform.isWindows()
                ? WindowsFile.of(path).key()
                : Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                        .fileKey();
    }

    /** Returns the number of bytes; 0 if the file is not in its place. */
    public long sizeBytes() {
        try {
            return isInPlace() ? currentSizeBytes() : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    /** Windows tells an old size of a file that is written, unless it is opened. */
    private long currentSizeBytes() throws IOException {
        return Platform.isWindows() ? WindowsFile.of(path).sizeBytes() : Files.size(path);
    }

    /** Returns whether an old file is still kept. */
    public boolean keepsOld() {
        return keepsOld;
    }

    /** Removes the old file, because the new one holds something. */
    public void accept() {
        attempt("tell that " + path + " holds something", () -> {
            old.settle();
            keepsOld = false;
        });
        if (!keepsOld) {
            old.removeIfFree(); // Windows allows it only when the new file is closed
        }
    }

    /** Removes the file, and puts back the old one, beside it if another program keeps the file open. */
    public void undo() {
        attempt("remove " + path, () -> {
            if (isInPlace()) {
                Files.delete(path);
            }
        });
        if (keepsOld) {
            keepsOld = false; // from here on it is in its place, or a warning tells where it is
            attempt("put back " + replaced, () -> putBack(old, replaced));
        }
    }

    /** The recording has ended. */
    public void release() {
        if (old != null && !keepsOld) {
            old.removeOrLog();
        }
    }

    /** The recording's own failure is reported; this one is only logged. */
    private static void attempt(String what, FileStep step) {
        try {
            step.run();
        } catch (IOException e) {
            Log.line(Level.WARNING, "cannot " + what, e);
        }
    }

    private interface FileStep {
        void run() throws IOException;
    }
}
