package io.github.stagerecorder.agent.record;

import io.github.stagerecorder.RecorderListener;
import io.github.stagerecorder.StartedFile;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Ends a recording some time after its first frame. */
final class LengthLimit implements RecorderListener {
    private final ScheduledExecutorService timer;
    private final Duration length;
    private final Runnable stop;
    private Future<?> pending; // null before the first frame

    LengthLimit(ScheduledExecutorService timer, Duration length, Runnable stop) {
        this.timer = timer;
        this.length = length;
        this.stop = stop;
    }

    /** Where each size has its own file, the first one counts. */
    @Override
    public synchronized void started(StartedFile file) {
        if (pending == null || pending.isDone()) {
            pending = timer.schedule(stop, length.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Somebody else has turned the recording on or off, and the next one has all its time. */
    synchronized void forget() {
        if (pending != null) {
            pending.cancel(false);
            pending = null;
        }
    }
}
