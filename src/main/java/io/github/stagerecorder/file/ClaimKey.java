package io.github.stagerecorder.file;

import com.sun.jna.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Tells a file from others, whether it exists or not, and by whichever folder it is named. */
final class ClaimKey {
    private ClaimKey() {}

    /** Returns null if there is no such folder. */
    static Path of(Path file) {
        try {
            return Files.exists(file)
                    ? file.toRealPath()
                    : file.toAbsolutePath().getParent().toRealPath().resolve(name(file));
        } catch (IOException e) {
            return null;
        }
    }

    /** The file systems of macOS take STAGE.MP4 for stage.mp4, but Java's paths do so on Windows alone. */
    private static String name(Path file) {
        String name = file.getFileName().toString();
        return Platform.isMac() ? name.toLowerCase(Locale.ROOT) : name;
    }
}
