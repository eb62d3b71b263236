package io.github.stagerecorder.session;

import io.github.stagerecorder.frame.RunningClock;
import io.github.stagerecorder.report.Suspensions;
import io.github.stagerecorder.settings.Options;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * Runs the thread that looks at the clock of real time, so that it notices when the whole process stands still. The
 * render thread cannot notice this alone: a stage that is not painted for a while looks the same to it.
 */
final class SuspensionWatch {
    private final RunningClock clock;
    private final boolean needed;
    private final Thread thread = new Thread(this::look, "stagerecorder-clock");
    private volatile boolean over;

    SuspensionWatch(Options options) {
        LongSupplier own = options.clockNs();
        clock = new RunningClock(own == null ? System::nanoTime : own);
        needed = own == null && options.isRealTime();
        thread.setDaemon(true);
    }

    LongSupplier clockNs() {
        return clock;
    }

    /** Starts the thread, if it is needed. Called once. */
    void begin() {
        if (needed) {
            clock.watch();
            thread.start();
        }
    }

    private void look() {
        while (!over) {
            LockSupport.parkNanos(RunningClock.LOOK_NS);
            clock.look();
        }
    }

    /** Ends the thread. Any thread may call it, more than once. */
    void end() {
        clock.unwatch();
        over = true;
        LockSupport.unpark(thread);
    }

    Suspensions suspensions() {
        return clock.suspensions();
    }
}
