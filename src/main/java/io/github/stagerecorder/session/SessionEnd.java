package io.github.stagerecorder.session;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** The end of a session, once, from whatever thread; at the latest when the virtual machine exits. */
public final class SessionEnd {
    private final Session session;
    private final ReentrantLock lock; // held while capturing
    private final long closeTimeoutNs;
    private final Thread shutdownHook = new Thread(this::completeAtExit, "stagerecorder-shutdown");
    private volatile CompletableFuture<SessionResult> result; // not null once finished

    /**
     * Render thread.
     *
     * @param lock held by whoever captures
     * @throws IllegalStateException if the virtual machine is exiting already
     */
    public SessionEnd(Session session, ReentrantLock lock, long closeTimeoutNs) {
        this.session = session;
        this.lock = lock;
        this.closeTimeoutNs = closeTimeoutNs;
        try {
            Runtime.getRuntime().addShutdownHook(shutdownHook);
        } catch (IllegalStateException e) {
            session.finish(true);
            throw e;
        }
    }

    /** @throws IllegalStateException if it has come already */
    public void requireOpen(String operation) {
        if (result != null) {
            throw new IllegalStateException(operation + " after the recording was finished");
        }
    }

    /** What has been counted so far; the final count once the recording has ended. Any thread. */
    public Counts counts() {
        CompletableFuture<SessionResult> ended = result;
        return ended != null && ended.isDone()
                ? ended.join().counts().withPoolBytes(session.poolBytes())
                : session.counts();
    }

    /** Ends it in the background. Any thread. */
    public synchronized CompletableFuture<SessionResult> begin() {
        if (result == null) {
            beginOnce();
        }
        return result;
    }

    private void beginOnce() {
        session.stopWaiting();
        boolean captureOver = lockWithin(closeTimeoutNs);
        try {
            result = session.finish(captureOver);
        } finally {
            if (captureOver) {
                lock.unlock();
            }
        }
        result.thenRun(this::removeShutdownHook);
    }

    /** @return false when the render thread hangs inside a capture; then its memory and GL state are left alone */
    private boolean lockWithin(long timeoutNs) {
        long deadlineNs = System.nanoTime() + timeoutNs;
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return lock.tryLock(deadlineNs - System.nanoTime(), TimeUnit.NANOSECONDS);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Gives back what needs the GL context, where that is current. Any thread, once it has ended. */
    public void release() {
        session.release();
    }

    private void completeAtExit() {
        for (FileResult file : begin().join().files()) {
            if (file.failure() != null) {
                System.getLogger(SessionEnd.class.getName())
                        .log(
                                System.Logger.Level.WARNING,
                                "a recording that was open at exit did not end well",
                                file.failure());
            }
        }
    }

    private void removeShutdownHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(shutdownHook);
        } catch (IllegalStateException e) {
            System.getLogger(SessionEnd.class.getName())
                    .log(System.Logger.Level.DEBUG, "the virtual machine is exiting, and the hook at work");
        }
    }
}
