package io.github.stagerecorder.file;

import io.github.stagerecorder.log.Log;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Removes what dead processes left in a folder, and puts back each old file whose successor never held anything. A
 * process looks at a folder once, because a large one takes long to list.
 */
final class Leftovers {
    private static final Map<Path, Leftovers> LOOKED_AT = new ConcurrentHashMap<>();

    private boolean removed; // this object's lock guards it

    private Leftovers() {}

    /** Returns when this process has looked at the folder. What this process itself left is tried each time. */
    static void removeIn(Path folder) {
        OwnFolder.removeHeld();
        try {
            Path real = folder.toRealPath();
            LOOKED_AT.computeIfAbsent(real, unseen -> new Leftovers()).removeOnce(real);
        } catch (IOException e) {
            Log.line(Level.DEBUG, "cannot look at " + folder, e);
        }
    }

    private synchronized void removeOnce(Path folder) {
        if (!removed) {
            removed = true;
            removeAll(folder);
        }
    }

    /** A start does not fail because of what others left, so every obstacle is logged. */
    private static void removeAll(Path folder) {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder)) {
            for (Path path : found) {
                OwnFolder.ofTheDead(path).ifPresent(left -> settle(left, folder));
            }
        } catch (IOException | RuntimeException e) { // an iterator throws its own kind
            Log.line(Level.DEBUG, "cannot look for leftovers in " + folder, e);
        }
    }

    private static void settle(OwnFolder left, Path folder) {
        try {
            if (!left.isOfThisUser()) {
                return;
            }
            if (Files.exists(left.oldFiles()) && !left.isSettled()) {
                putBackAll(left, folder);
            }
            left.remove();
        } catch (IOException e) {
            Log.line(Level.WARNING, "a recorder that was killed left a file in " + left, e);
        }
    }

    private static void putBackAll(OwnFolder left, Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(left.oldFiles())) {
            for (Path old : files) {
                Path file = folder.resolve(old.getFileName());
                Path back = left.putBack(file, isEmptyOrAbsent(file) || left.remembers(file));
                Log.line(
                        Level.WARNING,
                        "put back " + back + ", which a recorder was about to replace when it was killed");
            }
        }
    }

    private static boolean isEmptyOrAbsent(Path file) throws IOException {
        return !Files.exists(file, LinkOption.NOFOLLOW_LINKS)
                || Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && Files.size(file) == 0;
    }
}
