package io.github.stagerecorder.session;

import io.github.stagerecorder.frame.Patience;
import io.github.stagerecorder.frame.Uninterrupted;
import io.github.stagerecorder.log.Log;
import io.github.stagerecorder.report.Counts;
import io.github.stagerecorder.report.SessionResult;
import java.lang.System.Logger.Level;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** Ends a session once, from any thread, and at the latest when the virtual machine exits. */
public final class SessionEnd {
    /** The waits of an end, each of which has the close timeout: for the muxer, for NULL, and for the slots. */
    private static final int STEPS = 3;

    private final Session session;
    private final ReentrantLock lock; // held while capturing
    private final long closeTimeoutNs;
    private final Thread shutdownHook = new Thread(this::completeAtExit, "stagerecorder-shutdown");
    private volatile CompletableFuture<SessionResult> result; // not null once finished

    /**
     * Registers a shutdown hook.
     *
     * @param lock held by the thread that captures
     * @throws IllegalStateException if the virtual machine is already exiting
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

    /** Returns whether the end has begun. Any thread may call it. */
    public boolean isOver() {
        return result != null;
    }

    /** @throws IllegalStateException if the session has ended */
    public void requireOpen(String operation) {
        if (isOver()) {
            throw new IllegalStateException(operation + " after the recording was finished");
        }
    }

    /**
     * Takes the lock.
     *
     * @throws IllegalStateException if another thread hangs inside a capture
     */
    public void lockOutsideCapture(String operation) {
        if (!lockWithin(closeTimeoutNs)) {
            throw new IllegalStateException(operation + " while another thread has been inside a capture for "
                    + Patience.words(closeTimeoutNs));
        }
    }

    /** Returns the counts so far; once the recording has ended, the final counts. Any thread may call it. */
    public Counts counts() {
        CompletableFuture<SessionResult> ended = result;
        Counts counts = ended != null && ended.isDone()
                ? ended.join().counts().withPoolBytes(session.poolBytes())
                : session.counts();
        return session.withLateCalls(counts);
    }

    /** Ends the session in the background. Any thread may call it; a second call returns the same future. */
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

    /** @return false if a thread hangs inside a capture; its memory and GL state are not touched then */
    private boolean lockWithin(long timeoutNs) {
        return Uninterrupted.within(timeoutNs, leftNs -> lock.tryLock(leftNs, TimeUnit.NANOSECONDS));
    }

    /** Releases what needs the GL context, if that is current. Any thread may call it, once the session has ended. */
    public void release() {
        session.release();
    }

    /** Waits for as long as frames are delivered, and then as long as the steps of an end may take together. */
    private void completeAtExit() {
        CompletableFuture<SessionResult> ended = begin();
        long seen = -1;
        for (int waits = 0; waits <= STEPS && !ended.isDone(); waits++) {
            long delivered = session.counts().frames().delivered();
            waits = delivered == seen ? waits : 0;
            seen = delivered;
            Uninterrupted.isDone(ended, closeTimeoutNs);
        }
        if (!ended.isDone()) {
            Log.line(
                    Level.WARNING,
                    "the virtual machine exits before the recording has ended, which has made no progress for " + STEPS
                            + " times " + Patience.words(closeTimeoutNs));
        }
        Log.awaitWritten();
    }

    private void removeShutdownHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(shutdownHook);
        } catch (IllegalStateException e) {
            Log.line(Level.DEBUG, "the virtual machine is exiting, and the shutdown hook is running");
        }
    }
}
