package io.github.stagerecorder;

import io.github.stagerecorder.plan.Availability;
import io.github.stagerecorder.session.Session;
import io.github.stagerecorder.session.SessionEnd;
import io.github.stagerecorder.settings.Options;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
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
 * <p><b>Threads:</b> {@code start}, {@code capture}, {@code resize} and the frames in tiles belong to the render thread,
 * the one on which {@code start} was called, with its GL context current. {@code stats}, {@code finish} and
 * {@code close} may be called on any thread; {@code pause} and {@code resume} too.
 */
public final class StageRecorder implements AutoCloseable {
    private final Session session;
    private final Timing timing;
    private final boolean tiled;
    private final ReentrantLock lock = new ReentrantLock(true); // held while capturing; fair, or pause() would starve
    private final SessionEnd ending;
    private CompletableFuture<Outcome> outcome; // not null once finished
    private boolean reported;

    StageRecorder(Session session, Options options) {
        this.session = session;
        timing = options.timing();
        tiled = options.tiled();
        ending = new SessionEnd(session, lock, options.limits().closeTimeoutNs());
    }

    /** A recording into {@code output}, by the preset of its extension or a pipeline of your own. */
    public static RecorderBuilder builder(Path output) {
        return new RecorderBuilder(Objects.requireNonNull(output, "output"));
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
     *     at start, after the end, or when the timing is the caller's
     * @throws IllegalArgumentException if another framebuffer is bound than before, and the region reaches beyond it
     */
    public CaptureResult capture() {
        requireTiming(false, "capture");
        return captureAt(0);
    }

    /**
     * As {@link #capture()}, at the caller's time.
     *
     * @param timeNs in nanoseconds from any origin, greater than the last one
     * @throws IllegalArgumentException if the time does not increase; nothing is recorded then
     * @throws IllegalStateException as {@link #capture()}, or when the timing is not the caller's
     */
    public CaptureResult capture(long timeNs) {
        requireTiming(true, "capture");
        return captureAt(timeNs);
    }

    private CaptureResult captureAt(long timeNs) {
        requireTiled(false, "capture");
        if (lock.isHeldByCurrentThread()) {
            return session.skipNested();
        }
        lock.lock();
        try {
            ending.requireOpen("capture");
            return session.capture(timeNs);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Begins a frame that is drawn in tiles, of a recorder that was built so: {@link #tile} follows for each, and
     * {@link #endFrame}. The frame's time is now.
     *
     * @return anything but TAKEN when the frame is not recorded; its tiles need not be drawn then
     * @throws IllegalStateException as {@link #capture()}, or when the last frame was not ended
     */
    public CaptureResult beginFrame() {
        requireTiming(false, "beginFrame");
        return beginFrameAt(0);
    }

    /** As {@link #beginFrame()}, at the caller's time: see {@link #capture(long)}. */
    public CaptureResult beginFrame(long timeNs) {
        requireTiming(true, "beginFrame");
        return beginFrameAt(timeNs);
    }

    private CaptureResult beginFrameAt(long timeNs) {
        enterFrame("beginFrame");
        try {
            return session.beginFrame(timeNs);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Reads a tile from the framebuffer that is bound for reading, at the region's corner there, to where it lies in the
     * frame. Does nothing when the frame is not recorded.
     *
     * @param xPx where the tile's lower left lies in the frame, as GL counts: (0, 0) is at the bottom
     * @throws IllegalArgumentException if the tile reaches beyond the frame or the framebuffer, or exceeds the driver's
     *     limit, or in GLES 2 is narrower than the frame
     * @throws IllegalStateException as {@link #capture()}, or when no frame was begun
     */
    public void tile(int xPx, int yPx, int widthPx, int heightPx) {
        enterFrame("tile");
        try {
            session.tile(xPx, yPx, widthPx, heightPx);
        } finally {
            lock.unlock();
        }
    }

    /**
     * The frame has all its tiles.
     *
     * @return what {@link #beginFrame} returned
     * @throws IllegalStateException if pixels are missing, as the frame is not recorded then; or as {@link #tile}
     */
    public CaptureResult endFrame() {
        enterFrame("endFrame");
        try {
            return session.endFrame();
        } finally {
            lock.unlock();
        }
    }

    /** The lock is held when this returns. */
    private void enterFrame(String operation) {
        requireTiled(true, operation);
        enter(operation);
    }

    private void enter(String operation) {
        requireOutsideCapture(operation);
        lock.lock();
        try {
            ending.requireOpen(operation);
        } catch (IllegalStateException e) {
            lock.unlock();
            throw e;
        }
    }

    /**
     * The stage has another size from here on. By {@link ResizePolicy#SCALE} the file keeps its own: the picture is
     * scaled into it, with borders where the shape differs. By {@link ResizePolicy#NEW_FILE} the next capture begins
     * a file of that size. Render thread.
     *
     * <p>A stage without pixels, 0x0 or 0 in either number, is that of a minimised window: captures are skipped until
     * it has another size. Unlike in a {@link #pause}, time passes meanwhile; but not frame by frame, where captures
     * alone make it pass.
     *
     * @throws IllegalArgumentException if a number is negative, or the size exceeds the framebuffer, the driver's limit
     *     or the memory budget; the recording goes on at the old size then
     * @throws IllegalStateException as {@link #capture()}
     */
    public void resize(int widthPx, int heightPx) {
        exclusively("resize", () -> session.resize(widthPx, heightPx));
    }

    /** Captures are skipped until {@link #resume}, and the time between is cut out. Any thread. */
    public void pause() {
        exclusively("pause", () -> session.pause());
    }

    /** Goes on after {@link #pause}. Any thread. */
    public void resume() {
        exclusively("resume", () -> session.resume());
    }

    private void exclusively(String operation, Runnable body) {
        enter(operation);
        try {
            body.run();
        } finally {
            lock.unlock();
        }
    }

    /** What has happened so far; the final count once the recording has ended. Any thread. */
    public Stats stats() {
        return new Stats(ending.counts());
    }

    /**
     * Ends the recording without holding up the caller: what was taken is encoded and the file completed in the
     * background. Any thread; a second call returns the same outcome. What GL gave for it goes at {@link #close}.
     *
     * @return completes normally, whatever the outcome is; what the caller does to it does not touch the recording
     * @throws IllegalStateException from inside a capture
     */
    public CompletableFuture<Outcome> finish() {
        requireOutsideCapture("finish");
        return end().copy();
    }

    private synchronized CompletableFuture<Outcome> end() {
        if (outcome == null) {
            outcome = ending.begin().thenApply(Outcome::new);
        }
        return outcome;
    }

    /**
     * Ends the recording and waits until the file is complete. Any thread; where the GL context is not current, what has
     * been read is kept, what is still being read is lost, and GL is not touched. Where it is current, also what GL gave
     * for the recording is given back. A second call does no more than that.
     *
     * @throws RecordingException if the file is truncated or there is none, with the cause and the outcome
     */
    @Override
    public void close() {
        requireOutsideCapture("finish");
        Outcome ended = end().join();
        ending.release();
        if (ended.status() != Outcome.Status.COMPLETE && isFirstReport()) {
            throw RecordingException.of(ended);
        }
    }

    private synchronized boolean isFirstReport() {
        boolean first = !reported;
        reported = true;
        return first;
    }

    private void requireTiming(boolean callers, String operation) {
        if (callers != (timing == Timing.CALLER)) {
            String given = callers ? "(timeNs)" : "() without a time";
            throw new IllegalStateException(operation + given + ", but the timing is " + timing + ": use " + operation
                    + (callers ? "()" : "(timeNs)"));
        }
    }

    private void requireTiled(boolean wanted, String operation) {
        if (wanted != tiled) {
            throw new IllegalStateException(operation + ", but the recorder was built "
                    + (tiled
                            ? "for frames in tiles: use beginFrame, tile and endFrame"
                            : "without tiled(true): use capture"));
        }
    }

    private void requireOutsideCapture(String operation) {
        if (lock.isHeldByCurrentThread()) {
            throw new IllegalStateException(operation + " inside a capture");
        }
    }
}
