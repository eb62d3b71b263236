package io.github.stagerecorder.soak;

import java.util.Arrays;

/**
 * What one program used.
 *
 * @param dropped frames that found no slot
 * @param peakBytes the most memory that was resident
 * @param growthBytes what was gained over the second half
 */
record SoakResult(
        SoakKind kind, long taken, long dropped, long timeNs, long poolBytes, long peakBytes, long growthBytes) {
    private static final String MARK = "soak-result";

    /** For the process that started the program. */
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

    /** @throws IllegalStateException if the output has no such line */
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
