package io.github.stagerecorder;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** The end of a recording, once, from whatever thread; at the latest when the virtual machine exits. */
final class RecordingEnd {
    private final Recording recording;
    private final ReentrantLock lock; // held while capturing
    private final long closeTimeoutNs;
    private final Thread renderThread = Thread.currentThread();
    private final Thread shutdownHook = new Thread(this::completeQuietly, "stagerecorder-shutdown");
    private volatile CompletableFuture<Outcome> outcome; // not null once finished
    private boolean reported;

    /** Render thread. @throws IllegalStateException if the virtual machine is exiting already */
    RecordingEnd(Recording recording, ReentrantLock lock, long closeTimeoutNs) {
        this.recording = recording;
        this.lock = lock;
        this.closeTimeoutNs = closeTimeoutNs;
        try {
            Runtime.getRuntime().addShutdownHook(shutdownHook);
        } catch (IllegalStateException e) {
            recording.finish(true, true);
            throw e;
        }
    }

    /** @throws IllegalStateException if it has come already */
    void requireOpen(String operation) {
        if (outcome != null) {
            throw new IllegalStateException(operation + " after the recording was finished");
        }
    }

    /** So far; the final count once the recording has ended. */
    Stats stats() {
        CompletableFuture<Outcome> ended = outcome;
        return ended != null && ended.isDone()
                ? ended.join().stats().withPoolBytes(recording.poolBytes())
                : recording.stats();
    }

    /** Ends it in the background. */
    synchronized CompletableFuture<Outcome> begin() {
        if (outcome == null) {
            beginOnce();
        }
        return outcome;
    }

    private void beginOnce() {
        recording.stopWaiting();
        boolean captureOver = lockWithin(closeTimeoutNs);
        try {
            outcome = recording.finish(captureOver, Thread.currentThread() == renderThread);
        } finally {
            if (captureOver) {
                lock.unlock();
            }
        }
        outcome.thenRun(this::removeShutdownHook);
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

    /** Ends it, waits, and reports a bad end to the first who asks. @throws RecordingException for that */
    void complete() {
        Outcome ended = begin().join();
        recording.release();
        if (ended.status() != Outcome.Status.COMPLETE && firstReport()) {
            throw RecordingException.of(ended);
        }
    }

    private synchronized boolean firstReport() {
        boolean first = !reported;
        reported = true;
        return first;
    }

    private void completeQuietly() {
        try {
            complete();
        } catch (RuntimeException e) {
            System.getLogger(StageRecorder.class.getName())
                    .log(System.Logger.Level.WARNING, "a recording that was open at exit did not end well", e);
        }
    }

    private void removeShutdownHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(shutdownHook);
        } catch (IllegalStateException e) {
            System.getLogger(StageRecorder.class.getName())
                    .log(System.Logger.Level.DEBUG, "the virtual machine is exiting, and the hook at work");
        }
    }
}
