package io.github.stagerecorder.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.Outcome;
import java.util.List;

/**
 * The part of a truncated recording that plays.
 *
 * @param promised the frames that end before {@link Outcome#playableUntilNs}
 * @param playable the frames in the file
 */
public record FramesKept(long promised, long playable) {
    private static final int FRAMES_PER_SECOND = 30;

    /** Also checks that the file has the first frames that were taken, and no others. */
    static FramesKept of(Outcome outcome, List<Integer> takenNumbers, List<Integer> fileNumbers) {
        assertTrue(fileNumbers.size() <= takenNumbers.size(), () -> fileNumbers + " of " + takenNumbers);
        assertEquals(takenNumbers.subList(0, fileNumbers.size()), fileNumbers);
        long promised = takenNumbers.stream()
                .filter(number -> endNs(number) <= outcome.playableUntilNs() + 1)
                .count();
        return new FramesKept(promised, fileNumbers.size());
    }

    private static long endNs(int number) {
        return (number + 1) * 1_000_000_000L / FRAMES_PER_SECOND;
    }

    /** Returns the number of frames that were promised but are missing. */
    public long lostUnreported() {
        return Math.max(0, promised - playable);
    }
}
