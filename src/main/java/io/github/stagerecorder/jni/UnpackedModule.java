package io.github.stagerecorder.jni;

import io.github.stagerecorder.log.Log;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;

/**
 * Unpacks the native module into a folder that only this user can write.
 *
 * <pre>
 *   SHA-256/libstagerecorder.so                    kept for the next start
 *   stagerecorder-copy-RANDOM/libstagerecorder.so  a copy for one class loader
 * </pre>
 *
 * Kept folders of other versions stay: a module has some 100 KB, and another program may still use it.
 */
final class UnpackedModule {
    private static final String COPY = "stagerecorder-copy-";

    /** Another process may be about to load a younger copy. */
    private static final Duration ABANDONED_AFTER = Duration.ofMinutes(10);

    private final BundledModule module;
    private final Path place;
    private final FolderGuard guard;

    /** @param place the folder of all modules; it need not exist, and its path is absolute */
    UnpackedModule(BundledModule module, Path place) throws IOException {
        if (!place.isAbsolute()) {
            throw new IOException("the path is not absolute");
        }
        this.module = module;
        this.place = place;
        guard = FolderGuard.of(place);
    }

    /** Returns the file that is kept in the place; it is unpacked if it is not there or holds something else. */
    Path kept() throws IOException {
        Path file = guard.createOrCheck(place.resolve(module.hash())).resolve(module.fileName());
        if (!module.isIn(file)) {
            replace(file);
        }
        return checked(file);
    }

    private void replace(Path file) throws IOException {
        Path copy = copy();
        try {
            Files.move(copy, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (!module.isIn(file)) { // Windows replaces no file that another process has loaded meanwhile
                throw e;
            }
        } finally {
            remove(copy);
        }
    }

    /** Returns a new file, for one class loader. It is to be removed by {@link #remove} when it is loaded. */
    Path copy() throws IOException {
        Path folders = guard.unchecked(place);
        Path file = guard.createUnchecked(folders, COPY).resolve(module.fileName());
        try {
            guard.check(file.getParent());
            module.writeTo(file, guard.forNewFiles());
            return checked(file);
        } catch (IOException e) {
            remove(file);
            throw e;
        }
    }

    /** The last look before the load. */
    private Path checked(Path file) throws IOException {
        guard.checkFile(file);
        if (!module.isIn(file)) {
            throw new IOException(file + " does not hold what the jar holds");
        }
        return file;
    }

    /** Removes a copy if the system allows that while it is loaded. Windows does not: a later start removes it. */
    static void remove(Path copy) {
        try {
            Files.deleteIfExists(copy);
            Files.deleteIfExists(copy.getParent());
        } catch (IOException e) {
            Log.line(Level.DEBUG, "still in use: " + copy, e);
        }
    }

    /** Removes the copies that processes have left which are gone, if this user may list the place. */
    void removeAbandoned() {
        try (DirectoryStream<Path> copies = Files.newDirectoryStream(guard.unchecked(place), COPY + "*")) {
            for (Path copy : copies) {
                if (isAbandoned(copy)) {
                    remove(copy.resolve(module.fileName()));
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            Log.line(Level.DEBUG, "cannot look for abandoned copies in " + place, e);
        }
    }

    private boolean isAbandoned(Path copy) {
        try {
            return guard.isOurs(copy)
                    && Files.getLastModifiedTime(copy)
                            .toInstant()
                            .isBefore(Instant.now().minus(ABANDONED_AFTER));
        } catch (IOException e) {
            return false; // another process has removed it, or it is another user's
        }
    }
}
