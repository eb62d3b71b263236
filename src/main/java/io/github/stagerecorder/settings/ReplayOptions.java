package io.github.stagerecorder.settings;

import java.time.Duration;

/**
 * What is kept of the encoded stream, so that it can be saved afterwards. Immutable.
 *
 * @param keepNs the time that is kept
 * @param mostBytes the memory for it
 * @param extension the extension that selects the preset where no file is recorded; null if there is a file or a
 *     description
 */
public record ReplayOptions(long keepNs, long mostBytes, String extension) {
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final long LEAST_BYTES = 1 << 20;

    /** @throws IllegalArgumentException if the time or the budget is out of range */
    public static ReplayOptions of(Duration keep, long mostBytes) {
        if (keep.isNegative() || keep.isZero() || keep.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("replay " + keep + ": must be positive, and at most " + LONGEST);
        }
        if (mostBytes < LEAST_BYTES) {
            throw new IllegalArgumentException(
                    "replay with a budget of " + mostBytes + " bytes: must be at least " + LEAST_BYTES);
        }
        return new ReplayOptions(keep.toNanos(), mostBytes, null);
    }

    /** Returns the same options for a recording without a file. */
    public ReplayOptions into(String newExtension) {
        return new ReplayOptions(keepNs, mostBytes, newExtension);
    }
}
