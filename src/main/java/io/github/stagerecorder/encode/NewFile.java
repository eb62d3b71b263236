package io.github.stagerecorder.encode;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A file that was created for a recording, empty. If it replaces an old file, that is kept beside it until {@link
 * #accept} or {@link #undo}. Nothing that is open is renamed or removed, because Windows does not allow it.
 */
final class NewFile {
    private static final System.Logger LOG = System.getLogger(NewFile.class.getName());

    /** The files that recordings of this process write now. */
    private static final Set<Path> WRITTEN = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final OwnFolder old; // null if there was no old file
    private final Object key;
    private final Path written;
    private volatile boolean keepsOld;

    private NewFile(Path path, OwnFolder old) throws IOException {
        this.path = path;
        this.old = old;
        keepsOld = old != null;
        key = key();
        written = path.toRealPath();
        WRITTEN.add(written);
    }

    /** Returns whether a recording of this process writes the file now. */
    static boolean isWritten(Path file) {
        try {
            return !WRITTEN.isEmpty() && WRITTEN.contains(file.toRealPath());
        } catch (IOException e) {
            return false; // there is no such file
        }
    }

    /**
     * Creates the file.
     *
     * @param replace whether an old file may be replaced
     * @throws IOException if that is not possible; an old file is then in its place
     */
    static synchronized NewFile create(Path path, boolean replace) throws IOException {
        if (replace && isWritten(path)) {
            throw new FileAlreadyExistsException(path.toString(), null, "another recording is writing it");
        }
        OwnFolder old = replace && Files.exists(path, LinkOption.NOFOLLOW_LINKS) ? moveAside(path) : null;
        try {
            Files.createFile(path);
            if (old != null) {
                old.remember(path);
            }
            return new NewFile(path, old);
        } catch (IOException e) {
            if (old != null) {
                putBack(old, path);
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
            aside.remove();
            throw e;
        }
    }

    /** Puts the old file back, but does not replace a file that has appeared meanwhile. */
    private static void putBack(OwnFolder old, Path path) throws IOException {
        Path back = old.putBack(path, !Files.exists(path, LinkOption.NOFOLLOW_LINKS));
        old.remove();
        if (!back.equals(path)) {
            LOG.log(System.Logger.Level.WARNING, path + " was replaced by another program; the older file is " + back);
        }
    }

    /** Returns whether the file still has its name, and no other file has it. */
    boolean isInPlace() {
        try {
            return Objects.equals(key, key());
        } catch (IOException e) {
            return false;
        }
    }

    /** Returns what tells it from other files; null if the system has no such thing. */
    private Object key() throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                .fileKey();
    }

    /** Returns the number of bytes; 0 if the file is not in its place. */
    long sizeBytes() {
        try {
            return isInPlace() ? Files.size(path) : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    /** Returns whether an old file is still kept. */
    boolean keepsOld() {
        return keepsOld;
    }

    /** Removes the old file, because the new one holds something. */
    void accept() {
        attempt(System.Logger.Level.WARNING, "remove the older file", () -> {
            old.drop(path);
            keepsOld = false;
        });
        removeFolder(System.Logger.Level.DEBUG); // Windows allows it only when the new file is closed
    }

    /** Removes the file, and puts back the old one. */
    void undo() {
        attempt(System.Logger.Level.WARNING, "take back " + path, () -> {
            if (isInPlace()) {
                Files.delete(path);
            }
            if (keepsOld) {
                keepsOld = false; // from here on it is in its place, or a warning tells where it is
                putBack(old, path);
            }
        });
    }

    /** The recording has ended: others may write the file now. */
    void release() {
        WRITTEN.remove(written);
        removeFolder(System.Logger.Level.WARNING);
    }

    private void removeFolder(System.Logger.Level level) {
        if (old != null && !keepsOld) {
            attempt(level, "remove " + old, old::remove);
        }
    }

    /** The recording's own failure is reported; this one is only logged. */
    private static void attempt(System.Logger.Level level, String what, FileStep step) {
        try {
            step.run();
        } catch (IOException e) {
            LOG.log(level, "cannot " + what, e);
        }
    }

    private interface FileStep {
        void run() throws IOException;
    }
}
