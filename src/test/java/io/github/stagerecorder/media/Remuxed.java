package io.github.stagerecorder.media;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The packets of a file in another one, which {@code ffmpeg} writes. */
public final class Remuxed {
    private static final Duration TIMEOUT = Duration.ofMinutes(1);

    private Remuxed() {}

    /** Writes the other file, in the container of its extension. */
    public static Path of(Path file, Path other) {
        List<String> command =
                List.of("ffmpeg", "-v", "error", "-i", file.toString(), "-map", "0", "-c", "copy", other.toString());
        ExternalProcess.outputOf(TIMEOUT, command);
        return other;
    }
}
