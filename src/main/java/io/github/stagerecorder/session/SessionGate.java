package io.github.stagerecorder.session;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Lets threads into a session one at a time, between captures. Any thread may use it. */
public final class SessionGate {
    private final ReentrantLock lock;
    private final SessionEnd ending;

    /** @param lock held while capturing */
    public SessionGate(ReentrantLock lock, SessionEnd ending) {
        this.lock = lock;
        this.ending = ending;
    }

    /**
     * Runs {@code body} alone.
     *
     * @throws IllegalStateException from inside a capture, if another thread hangs inside one, or after the end
     */
    public <T> T pass(String operation, Supplier<T> body) {
        requireOutsideCapture(operation);
        ending.lockOutsideCapture(operation);
        try {
            ending.requireOpen(operation);
            return body.get();
        } finally {
            lock.unlock();
        }
    }

    /** Does the same for what returns nothing. */
    public void pass(String operation, Runnable body) {
        pass(operation, () -> {
            body.run();
            return null;
        });
    }

    /** Returns what {@link Session#isStillReading} does; true while another thread is inside, and false after the end. */
    public boolean isStillReading(Session session) {
        if (!lock.tryLock()) {
            return true;
        }
        try {
            return !ending.isOver() && session.isStillReading();
        } finally {
            lock.unlock();
        }
    }

    /** @throws IllegalStateException from inside a capture */
    public void requireOutsideCapture(String operation) {
        if (lock.isHeldByCurrentThread()) {
            throw new IllegalStateException(operation + " inside a capture");
        }
    }
}
