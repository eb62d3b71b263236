package io.github.stagerecorder.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.stagerecorder.report.StreamCounts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is dropped on its way is lost, whether it has counted as sent or not. */
class StreamTallyTest {
    private static final int SIZE_BYTES = 100;

    private final StreamTally tally = new StreamTally();

    @BeforeEach
    void connect() {
        tally.connected();
        for (int i = 0; i < 5; i++) {
            tally.handed(SIZE_BYTES, 1);
        }
    }

    private void assertCounts(long sent, long lost) {
        StreamCounts counts = tally.counts(tally.framesLost());
        assertEquals(
                sent + " sent, " + lost + " lost", counts.framesSent() + " sent, " + counts.framesLost() + " lost");
        assertEquals(sent * SIZE_BYTES, counts.bytesSent());
    }

    @Test
    void shouldLoseWhatIsUnderWay() {
        tally.waiting(4 * SIZE_BYTES);
        tally.dropped(SIZE_BYTES + 1);
        assertCounts(1, 2);
        tally.dropped(2 * SIZE_BYTES);
        assertCounts(1, 2);
        tally.waiting(0);
        assertCounts(3, 2);
    }

    @Test
    void shouldLoseWhatHasCountedAsSent() {
        tally.waiting(0);
        assertCounts(5, 0);
        tally.dropped(3 * SIZE_BYTES);
        assertCounts(2, 3);
        tally.dropped(9 * SIZE_BYTES);
        assertCounts(0, 5);
        tally.handed(SIZE_BYTES, 1);
        tally.waiting(0);
        assertCounts(1, 5);
    }

    @Test
    void shouldCountEachConnectionForItself() {
        tally.waiting(2 * SIZE_BYTES);
        tally.dropped(SIZE_BYTES);
        tally.disconnected();
        assertCounts(3, 2);
        tally.connected();
        tally.handed(SIZE_BYTES, 1);
        tally.waiting(0);
        tally.dropped(0);
        assertCounts(4, 2);
    }
}
