package io.github.stagerecorder;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Records what an OpenGL application draws into a video file.
 *
 * <pre>{@code
 * try (StageRecorder recorder = StageRecorder.builder(Path.of("stage.mp4")).size(1920, 1080).frameRate(60).start()) {
 *     while (running) {
 *         draw();
 *         recorder.capture();        // after painting, before the swap
 *         swapBuffers();
 *     }
 * }                                  // the file is complete here
 * }</pre>
 *
 * <p><b>Threads:</b> {@code start}, {@code capture} and {@code resize} belong to the render thread, the one on which
 * {@code start} was called, with its GL context current. {@code stats}, {@code finish} and {@code close} may be called
 * on any thread; {@code pause} and {@code resume} too.
 */
public final class StageRecorder implements AutoCloseable {
    private final Recording recording;
    private final Clock clock;
    private final long closeTimeoutNs;
    private final Thread renderThread = Thread.currentThread();
    private final ReentrantLock lock = new ReentrantLock(true); // held while capturing; fair, or pause() would starve
    private final Thread shutdownHook = new Thread(this::closeQuietly, "stagerecorder-shutdown");
    private volatile CompletableFuture<Outcome> outcome; // not null once finished
    private boolean reported;

    StageRecorder(Recording recording, Clock clock, long closeTimeoutNs) {
        this.recording = recording;
        this.clock = clock;
        this.closeTimeoutNs = closeTimeoutNs;
        try {
            Runtime.getRuntime().addShutdownHook(shutdownHook);
        } catch (IllegalStateException e) { // the virtual machine is exiting already
            recording.finish(true, true);
            throw e;
        }
    }

    /** A recording into {@code output}, by the preset of its extension or a pipeline of your own. */
    public static RecorderBuilder builder(Path output) {
        return new RecorderBuilder(java.util.Objects.requireNonNull(output, "output"));
    }

    /** A recording by a pipeline that ends in a sink of its own. */
    public static RecorderBuilder builder() {
        return new RecorderBuilder(null);
    }

    /** Whether recording can work here: the native module for this platform, and GStreamer. Never throws. */
    public static boolean isAvailable() {
        return unavailabilityCause() == null;
    }

    /** Why recording cannot work here; null when it can. Never throws. */
    public static Throwable unavailabilityCause() {
        return Availability.cause();
    }

    /**
     * Captures the framebuffer that is bound for reading: after painting, before the swap. Allocates nothing, leaves
     * GL's state as it was, and reports by its result what happens while recording. The framebuffer is looked at when
     * another one is bound than before; one that shrank, or lost its read buffer, must be told by {@link #resize}.
     *
     * @throws IllegalStateException on another thread than the render thread, without the GL context that was current
     *     at start, after the end, or when the clock is the caller's
     * @throws IllegalArgumentException if another framebuffer is bound than before, and the region reaches beyond it
     */
    public CaptureResult capture() {
        if (clock == Clock.CALLER) {
            throw new IllegalStateException("capture() without a time, but the clock is CALLER: use capture(timeNs)");
        }
        return captureAt(0);
    }

    /**
     * As {@link #capture()}, at the caller's time.
     *
     * @param timeNs in nanoseconds from any origin, greater than the last one
     * @throws IllegalArgumentException if the time does not increase; nothing is recorded then
     * @throws IllegalStateException as {@link #capture()}, or when the clock is not the caller's
     */
    public CaptureResult capture(long timeNs) {
        if (clock != Clock.CALLER) {
            throw new IllegalStateException("capture(timeNs), but the clock is " + clock + ": use capture()");
        }
        return captureAt(timeNs);
    }

    private CaptureResult captureAt(long timeNs) {
        requireRenderThread("capture");
        if (lock.isHeldByCurrentThread()) {
            return recording.skipNested();
        }
        lock.lock();
        try {
            requireOpen("capture");
            return recording.capture(timeNs);
        } finally {
            lock.unlock();
        }
    }

    /**
     * The stage has another size from here on. The file keeps its own: the picture is scaled into it, with borders
     * where the shape differs. Render thread.
     *
     * @throws IllegalArgumentException if the size makes no sense, or exceeds the framebuffer, the driver's limit or
     *     the memory budget; the recording goes on at the old size then
     * @throws IllegalStateException as {@link #capture()}
     */
    public void resize(int widthPx, int heightPx) {
        requireRenderThread("resize");
        exclusively("resize", () -> recording.resize(widthPx, heightPx));
    }

    /** Captures are skipped until {@link #resume}, and the time between is cut out. Any thread. */
    public void pause() {
        exclusively("pause", recording::pause);
    }

    /** Goes on after {@link #pause}. Any thread. */
    public void resume() {
        exclusively("resume", recording::resume);
    }

    private void exclusively(String operation, Runnable body) {
        requireOutsideCapture(operation);
        lock.lock();
        try {
            requireOpen(operation);
            body.run();
        } finally {
            lock.unlock();
        }
    }

    /** What has happened so far; the final count once the recording has ended. Any thread. */
    public Stats stats() {
        CompletableFuture<Outcome> ended = outcome;
        return ended != null && ended.isDone()
                ? ended.join().stats().withPoolBytes(recording.poolBytes())
                : recording.stats();
    }

    /**
     * Ends the recording without holding up the caller: what was taken is encoded and the file completed in the
     * background. Any thread; a second call returns the same outcome.
     *
     * @return completes normally, whatever the outcome is; what the caller does to it does not touch the recording
     * @throws IllegalStateException from inside a capture
     */
    public CompletionStage<Outcome> finish() {
        return end().minimalCompletionStage();
    }

    private CompletableFuture<Outcome> end() {
        requireOutsideCapture("finish");
        synchronized (this) {
            if (outcome == null) {
                endOnce();
            }
            return outcome;
        }
    }

    private void endOnce() {
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

    /**
     * Ends the recording and waits until the file is complete. Any thread; from another than the render thread what
     * has been read is kept, and GL is not touched. A second call does nothing.
     *
     * @throws RecordingException if the file is truncated or there is none, with the cause and the outcome
     */
    @Override
    public void close() {
        Outcome ended = end().join();
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

    private void closeQuietly() {
        try {
            close();
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

    private void requireRenderThread(String operation) {
        if (Thread.currentThread() != renderThread) {
            throw new IllegalStateException(operation + " on thread " + Thread.currentThread().getName()
                    + ", but the recording was started on " + renderThread.getName());
        }
    }

    private void requireOutsideCapture(String operation) {
        if (lock.isHeldByCurrentThread()) {
            throw new IllegalStateException(operation + " inside a capture");
        }
    }

    private void requireOpen(String operation) {
        if (outcome != null) {
            throw new IllegalStateException(operation + " after the recording was finished");
        }
    }
}
