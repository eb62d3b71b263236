package io.github.stagerecorder.faults;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.CaptureResult;
import io.github.stagerecorder.StageRecorder;
import io.github.stagerecorder.Stats;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Reads a recorder's statistics continuously on a separate thread, and checks each snapshot for what is always true.
 */
public final class StatsWatch implements AutoCloseable {
    private static final long BETWEEN_NS = 200_000;

    private final StageRecorder recorder;
    private final long mostPoolBytes;
    private final AtomicLong begun = new AtomicLong();
    private final AtomicLong returned = new AtomicLong();
    private final Thread thread = new Thread(this::watch, "stats-watch");
    private volatile boolean over;
    private volatile Throwable broken;
    private Stats last;

    /** @param mostPoolBytes the recording's memory budget */
    public StatsWatch(StageRecorder recorder, long mostPoolBytes) {
        this.recorder = recorder;
        this.mostPoolBytes = mostPoolBytes;
        last = recorder.stats();
        thread.setDaemon(true);
        thread.start();
    }

    /** Captures a frame and counts the call. Render thread only. */
    public CaptureResult capture() {
        begun.incrementAndGet();
        CaptureResult result = recorder.capture();
        returned.incrementAndGet();
        return result;
    }

    /** Returns the number of capture calls that have returned. */
    public long calls() {
        return returned.get();
    }

    private void watch() {
        try {
            while (!over) {
                check();
                LockSupport.parkNanos(BETWEEN_NS);
            }
        } catch (Throwable e) { // kept for the thread that closes
            broken = e;
        }
    }

    private void check() {
        long leastCalls = returned.get();
        Stats now = recorder.stats();
        long mostCalls = begun.get();
        require(leastCalls <= now.calls() && now.calls() <= mostCalls, leastCalls + " to " + mostCalls + " calls", now);
        require(now.inFlight() >= 0, "no frame counted twice", now);
        require(now.taken() == now.inFlight() + now.delivered() + now.lost(), "taken = in flight + ...", now);
        require(now.taken() >= last.taken() && now.lost() >= last.lost(), "no less than in " + last, now);
        require(now.memory().poolBytes() <= mostPoolBytes, "the budget of " + mostPoolBytes, now);
        last = now;
    }

    private static void require(boolean holds, String what, Stats stats) {
        assertTrue(holds, () -> "must hold: " + what + ", but " + stats);
    }

    /** Throws the first violation, if there was one. */
    @Override
    public void close() {
        over = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (broken != null) {
            throw new AssertionError("the statistics were wrong for a moment", broken);
        }
    }
}
