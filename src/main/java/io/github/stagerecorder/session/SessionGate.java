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
        return pass(operation, body, () -> {
            ending.requireOpen(operation);
            return null;
        });
    }

    /**
     * Runs {@code body} alone, or {@code late} after the end, which another thread may have caused.
     *
     * @throws IllegalStateException from inside a capture, or if another thread hangs inside one
     */
    public <T> T pass(String operation, Supplier<T> body, Supplier<T> late) {
        requireOutsideCapture(operation);
        ending.lockOutsideCapture(operation);
        try {
            return ending.isOver() ? late.get() : body.get();
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

    /** Runs {@code body} alone, as {@link #pass(String, Supplier, Supplier)} does; nothing after the end. */
    public void passUnlessOver(String operation, Runnable body) {
        pass(
                operation,
                () -> {
                    body.run();
                    return null;
                },
                () -> null);
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
