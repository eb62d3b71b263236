package io.github.stagerecorder.soak;

import java.util.Arrays;

/**
 * The memory that one program used.
 *
 * @param dropped the frames that found no slot
 * @param peakBytes the peak resident memory
 * @param growthBytes the growth over the second half
 */
record SoakResult(
        SoakKind kind, long taken, long dropped, long timeNs, long poolBytes, long peakBytes, long growthBytes) {
    private static final String MARK = "soak-result";

    /** Formats the result for the parent process. */
    String line() {
        return String.join(
                " ",
                MARK,
                kind.name(),
                "" + taken,
                "" + dropped,
                "" + timeNs,
                "" + poolBytes,
                "" + peakBytes,
                "" + growthBytes);
    }

    /** @throws IllegalStateException if the output has no line of results */
    static SoakResult find(String output) {
        String line = output.lines()
                .filter(l -> l.startsWith(MARK))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no result in:\n" + output));
        String[] words = line.split(" ");
        long[] values = Arrays.stream(words).skip(2).mapToLong(Long::parseLong).toArray();
        return new SoakResult(
                SoakKind.valueOf(words[1]), values[0], values[1], values[2], values[3], values[4], values[5]);
    }
}
