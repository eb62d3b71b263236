package io.github.stagerecorder.soak;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Checks that recording stays within its memory while the encoder is slower than the stage. The peak may be the memory
 * of the same program without recording, plus the pool, plus the replay and a tenth of it, plus 150 MB for GStreamer.
 * Memory must not grow.
 */
final class MemorySoak {
    private static final long MB = 1_000_000L;
    private static final long ALLOWANCE_BYTES = 150 * MB;

    /** A 1080p slot that is first used late shows as 12 MB. Losing one frame in 100 would show as 80 MB. */
    private static final long MOST_GROWTH_BYTES = 16 * MB;

    private static final long LONGEST_START_S = 120;
    private static final long LEAST_FRAMES_PER_SECOND = 4;

    private final SoakOptions options;
    private boolean good = true;

    private MemorySoak(SoakOptions options) {
        this.options = options;
    }

    /**
     * Prints a table.
     *
     * @return true if memory stayed within its bounds
     */
    static boolean run(SoakOptions options) throws IOException, InterruptedException {
        MemorySoak soak = new MemorySoak(options);
        soak.compare();
        return soak.good;
    }

    private void compare() throws IOException, InterruptedException {
        System.out.printf(
                "%dx%d, %d frames at %d fps, %s%n",
                options.widthPx(),
                options.heightPx(),
                options.memoryFrames(),
                SoakRun.FRAMES_PER_SECOND,
                RecordedFrames.PIPELINE);
        System.out.printf(
                "%-26s %6s %7s %6s %8s %17s %20s%n",
                "", "taken", "dropped", "time s", "pool MB", "peak RSS MB (max)", "growth MB (max)");
        SoakResult read = run(SoakKind.READ);
        print(read, "-", "-");
        check(run(SoakKind.DROP), read);
        check(run(SoakKind.WAIT), read);
        check(run(SoakKind.REPLAY), read);
        System.out.println(good ? "Within bounds." : "A BOUND IS BROKEN.");
    }

    private void check(SoakResult recorded, SoakResult read) {
        long mostBytes =
                read.peakBytes() + recorded.poolBytes() + recorded.kind().replayBytes * 11 / 10 + ALLOWANCE_BYTES;
        print(recorded, mb(mostBytes), mb(MOST_GROWTH_BYTES));
        good &= recorded.peakBytes() <= mostBytes && recorded.growthBytes() <= MOST_GROWTH_BYTES;
    }

    private static void print(SoakResult result, String mostPeak, String mostGrowth) {
        System.out.printf(
                "%-26s %6d %7d %6d %8s %17s %20s%n",
                result.kind().title,
                result.taken(),
                result.dropped(),
                TimeUnit.NANOSECONDS.toSeconds(result.timeNs()),
                mb(result.poolBytes()),
                mb(result.peakBytes()) + " (" + mostPeak + ")",
                mb(result.growthBytes()) + " (" + mostGrowth + ")");
    }

    private static String mb(long sizeBytes) {
        return String.format("%.1f", (double) sizeBytes / MB);
    }

    private SoakResult run(SoakKind kind) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command(kind))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        long limitS = LONGEST_START_S + options.memoryFrames() / LEAST_FRAMES_PER_SECOND;
        process.onExit().orTimeout(limitS, TimeUnit.SECONDS).exceptionally(late -> process.destroyForcibly());
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(kind + " ended with status " + process.exitValue() + " or took longer than "
                    + limitS + " s:\n" + output);
        }
        return SoakResult.find(output);
    }

    /** The Java heap is small and resident from the start, so any growth is visible or causes an OutOfMemoryError. */
    private List<String> command(SoakKind kind) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms64m",
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:+AlwaysPreTouch",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                SoakRun.class.getName(),
                kind.name()));
        command.addAll(List.of("" + options.widthPx(), "" + options.heightPx(), "" + options.memoryFrames()));
        return command;
    }
}
