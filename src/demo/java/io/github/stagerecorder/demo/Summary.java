package io.github.stagerecorder.demo;

import io.github.stagerecorder.Outcome;
import io.github.stagerecorder.Stats;
import io.github.stagerecorder.StreamStats;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * Describes the result of a recording in a few lines.
 *
 * @param server where it was sent; empty for nowhere
 */
record Summary(Outcome outcome, Optional<Path> output, String server, CaptureTimes captureTimes, String renderer) {
    String text() throws IOException {
        Stats stats = outcome.stats();
        String frames = String.format(
                Locale.ROOT,
                "%d captured, %d dropped, %d skipped, %d encoded",
                stats.taken(),
                stats.dropped(),
                stats.skipped(),
                stats.delivered());
        String capture = String.format(
                Locale.ROOT,
                "median %.2f ms, 99th percentile %.2f ms on the render thread",
                captureTimes.percentileMs(0.5),
                captureTimes.percentileMs(0.99));
        return line("frames", frames)
                + (output.isPresent() || server.isEmpty() ? line("file", file()) : "")
                + (server.isEmpty() ? "" : line("stream", stream(stats.stream())))
                + line("capture()", capture)
                + line("encoder", stats.encoder())
                + line("renderer", renderer + ", read by " + stats.readStrategy());
    }

    private String file() throws IOException {
        String name = output.isPresent() ? output.get().toString() : "written by the description's own sink";
        String size = output.isPresent() ? ", " + size(Files.size(output.get())) : "";
        return String.format(Locale.ROOT, "%s, %.3f s%s", name, outcome.playableUntilNs() / 1e9, size);
    }

    private String stream(StreamStats sent) {
        return String.format(
                Locale.ROOT,
                "%s, %d frames sent, %d lost, %d reconnections",
                server,
                sent.framesSent(),
                sent.framesLost(),
                sent.reconnections());
    }

    private static String size(long sizeBytes) {
        return sizeBytes < 1_000_000
                ? String.format(Locale.ROOT, "%.1f kB", sizeBytes / 1e3)
                : String.format(Locale.ROOT, "%.1f MB", sizeBytes / 1e6);
    }

    private static String line(String name, String value) {
        return String.format("%-11s%s%n", name, value);
    }
}
