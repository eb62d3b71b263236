package io.github.stagerecorder;

import io.github.stagerecorder.file.OutputTarget;
import io.github.stagerecorder.frame.UsersFuture;
import io.github.stagerecorder.log.Log;
import io.github.stagerecorder.plan.Availability;
import io.github.stagerecorder.session.Session;
import io.github.stagerecorder.session.SessionEnd;
import io.github.stagerecorder.session.SessionGate;
import io.github.stagerecorder.settings.Options;
import io.github.stagerecorder.snapshot.Snapshots;
import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Records what an OpenGL application draws into a video file.
 *
 * <pre>{@code
 * try (StageRecorder recorder = StageRecorder.builder(Path.of("stage.mp4")).frameRate(60).start()) {
 *     while (running) {
 *         draw();
 *         recorder.capture();        // after painting, before the swap
 *         swapBuffers();
 *     }
 * }                                  // the file is complete here
 * }</pre>
 *
 * <p><b>Threads:</b> {@code capture}, {@code resize} and the methods for frames in tiles require that the GL context of
 * the start is current on the calling thread, whichever thread that is. All other methods may be called on any thread.
 * Call {@code close} with the GL context current where that is possible: only then are frames that the GPU is still
 * reading recorded, and GL objects released. Another context is recorded only once that of the start is destroyed.
 */
public final class StageRecorder implements AutoCloseable {
    private final Session session;
    private final Overloads overloads;
    private final ReentrantLock lock = new ReentrantLock(true); // held while capturing; fair: pause() does not starve
    private final SessionEnd ending;
    private final SessionGate gate;
    private final Snapshots snapshots;
    private final Options options;
    private final AudioTrack audio; // null if there is no sound
    private final AtomicBoolean reported = new AtomicBoolean();
    private CompletableFuture<Outcome> outcome; // not null once finished

    StageRecorder(Session session, Options options) {
        this.session = session;
        this.options = options;
        overloads = new Overloads(options.timing(), options.tiled());
        ending = new SessionEnd(session, lock, options.limits().closeTimeoutNs());
        gate = new SessionGate(lock, ending);
        audio = session.sound() == null
                ? null
                : new AudioTrack(session.sound(), options.encoder().sound(), options.timing());
        snapshots = new Snapshots(options);
        snapshots.expect(session.region());
    }

    /**
     * Returns a builder for a recording to a file.
     *
     * @param output the file; its extension selects a preset, unless {@link RecorderBuilder#pipeline} is given
     * @throws IllegalArgumentException if the path has no file name
     */
    public static RecorderBuilder builder(Path output) {
        return new RecorderBuilder(Objects.requireNonNull(output, "output"));
    }

    /**
     * Returns a builder for a recording without a file: with a {@link RecorderBuilder#pipeline} that ends in its own
     * sink, or with a {@link RecorderBuilder#replay} of which nothing is written until it is saved.
     */
    public static RecorderBuilder builder() {
        return new RecorderBuilder(null);
    }

    /**
     * Returns a builder for a recording that is sent to a server alone, by {@code rtmp://}, {@code rtmps://}, {@code
     * srt://}, {@code rtsp://} or {@code rtsps://}, as H.264 and AAC with at most {@link RecorderBuilder#bitRate}:
     *
     * <pre>{@code
     * StageRecorder.stream(URI.create("rtmp://live.example.com/app"), key).bitRate(6_000_000).start()
     * }</pre>
     *
     * {@link RecorderBuilder#alsoTo} has a file at the same time. A start does not wait for the server. If there is no
     * connection, or it breaks or is too slow, the recording goes on: what cannot be sent is lost and counted
     * ({@link Stats#stream}), {@link Trouble#STREAM} is told, and the stream connects again by itself and begins with a
     * keyframe. The end waits until all has arrived, at most for five seconds. At most five seconds wait to be sent, and
     * 64 MiB, which is memory besides {@link RecorderBuilder#memoryBudget}.
     *
     * <p>By {@link Timing#FRAME_BY_FRAME} under {@link WhenBehind#WAIT}, a recording waits for a slow network, for each
     * frame half of {@link RecorderBuilder#stallTimeout} at most, and at its end for {@link RecorderBuilder#closeTimeout}.
     * It does not wait while there is no connection. By {@link Timing#CALLER}, frames of the stream are lost where they
     * come faster than the network takes them.
     *
     * @param address whose user, password, query values and path behind its first part are never logged
     * @throws IllegalArgumentException if the scheme is unknown, or the host, SRT's port or RTMP's key is missing
     */
    public static RecorderBuilder stream(URI address) {
        return new RecorderBuilder(null).alsoTo(address);
    }

    /**
     * Returns a builder for a stream as {@link #stream(URI)} does, with a key that is kept elsewhere, as in an
     * environment variable or a file.
     *
     * @param key the last part of the path, or SRT's {@code streamid}
     * @throws IllegalArgumentException as the other one does, or if the key is blank
     */
    public static RecorderBuilder stream(URI address, String key) {
        return new RecorderBuilder(null).alsoTo(address, key);
    }

    /** Returns whether the native module and GStreamer can be used here. Never throws. Any thread may call it. */
    public static boolean isAvailable() {
        return unavailabilityCause() == null;
    }

    /** Returns why recording cannot work here, or null if it can. Never throws. Any thread may call it. */
    public static Throwable unavailabilityCause() {
        return Availability.cause();
    }

    /**
     * Captures the framebuffer that {@code RecorderBuilder.framebuffer(...)} chooses, by default the one bound for
     * reading. Call it after painting and before the swap, with the GL context of the start current. It allocates
     * nothing and leaves the GL state unchanged.
     *
     * <p>It never stops the program for what can change while that runs: its result tells what happened to the frame,
     * {@link #stats} counts it by cause, and each kind of trouble is told once. A frame that cannot be read, because
     * the context or the framebuffer is another one, is {@link CaptureResult#FAILED}; the next frame may be taken.
     *
     * <p>Every capture notices a framebuffer that is another one than before, or has another size, format or number of
     * samples. Without {@link RecorderBuilder#size} the recording follows its size by {@link RecorderBuilder#onResize}.
     * With a fixed size, a framebuffer that does not contain the rectangle makes the frame FAILED. The size of a window
     * is asked four times a second through GLX, where asking is slow, and at each capture elsewhere.
     *
     * @return what happened to the frame
     * @throws IllegalStateException if the timing is {@link Timing#CALLER}, or frames are drawn in tiles
     */
    public CaptureResult capture() {
        overloads.require("capture", false, false);
        return captureAt(0);
    }

    /**
     * Captures as {@link #capture()} does, at a time that the application gives. Requires {@link Timing#CALLER}.
     *
     * @param timeNs the time in nanoseconds from any origin; the frame is skipped if it is not greater than the last
     *     one
     * @return what happened to the frame
     * @throws IllegalStateException if the timing is not {@link Timing#CALLER}, or frames are drawn in tiles
     */
    public CaptureResult capture(long timeNs) {
        overloads.require("capture", true, false);
        return captureAt(timeNs);
    }

    boolean isStillReading() {
        return gate.isStillReading(session);
    }

    private CaptureResult captureAt(long timeNs) {
        if (lock.isHeldByCurrentThread()) {
            return session.skipNested();
        }
        lock.lock();
        try {
            CaptureResult result = ending.isOver() ? session.skipClosed() : session.capture(timeNs);
            if (snapshots.areWanted()) {
                snapshots.take(session::region);
            }
            return result;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Begins a frame that is drawn in tiles. Requires {@link RecorderBuilder#tiled}. Call {@link #tile} for each tile,
     * then {@link #endFrame}. The frame's time is the time of this call.
     *
     * @return {@link CaptureResult#TAKEN} if the frame will be recorded; otherwise its tiles need not be drawn
     * @throws IllegalStateException if the recorder was not built with tiled(true), or the last frame was not ended
     */
    public CaptureResult beginFrame() {
        overloads.require("beginFrame", false, true);
        return beginFrameAt(0);
    }

    /**
     * Begins a frame as {@link #beginFrame()} does, at a time that the application gives. Requires
     * {@link Timing#CALLER}.
     *
     * @param timeNs the time in nanoseconds from any origin, greater than the last one
     * @return {@link CaptureResult#TAKEN} if the frame will be recorded; otherwise its tiles need not be drawn
     * @throws IllegalStateException as {@link #beginFrame()} does, or if the timing is not {@link Timing#CALLER}
     */
    public CaptureResult beginFrame(long timeNs) {
        overloads.require("beginFrame", true, true);
        return beginFrameAt(timeNs);
    }

    private CaptureResult beginFrameAt(long timeNs) {
        return gate.pass("beginFrame", () -> session.beginFrame(timeNs), session::skipClosed);
    }

    /**
     * Reads a tile from the framebuffer that {@code RecorderBuilder.framebuffer(...)} chooses, by default the one bound
     * for reading, and puts it into the frame. The tile's lower left corner in the framebuffer is the one set by
     * {@link RecorderBuilder#corner}. Does nothing if the frame is not recorded, or the recording has been finished. A
     * tile that is refused may be read later: the frame stays open.
     *
     * @param xPx the left edge of the tile in the frame
     * @param yPx the lower edge of the tile in the frame; as in GL, 0 is at the bottom
     * @param widthPx the tile's width
     * @param heightPx the tile's height
     * @throws IllegalArgumentException if the tile reaches beyond the frame or the framebuffer, if it exceeds the
     *     driver's limit, or in GLES 2 if it is narrower than the frame
     * @throws IllegalStateException if no frame was begun, the framebuffer cannot be read, or the GL context of the
     *     start is not current on this thread
     */
    public void tile(int xPx, int yPx, int widthPx, int heightPx) {
        overloads.requireTiled("tile");
        gate.passUnlessOver("tile", () -> session.tile(xPx, yPx, widthPx, heightPx));
    }

    /**
     * Ends a frame that was drawn in tiles. Unlike {@link #tile} it does not need the GL context, so that no frame is
     * lost whose tiles have been read.
     *
     * @return the result of {@link #beginFrame}, or {@link CaptureResult#SKIPPED} if the recording has been finished
     *     since
     * @throws IllegalStateException if no frame was begun, or the tiles do not cover the frame, which is not recorded
     *     then
     */
    public CaptureResult endFrame() {
        overloads.requireTiled("endFrame");
        return gate.pass("endFrame", session::endFrame, () -> CaptureResult.SKIPPED);
    }

    /**
     * Sets a new size of a fixed rectangle, in pixels of the framebuffer. Without {@link RecorderBuilder#size} the
     * framebuffer's own size is followed; then this call is ignored, and logged once. With {@link ResizePolicy#SCALE}
     * the file keeps its size: the picture is scaled to fit, with borders where the aspect ratio differs. With {@link
     * ResizePolicy#NEW_FILE} the next capture begins a file of the new size. The GL context of the start must be
     * current. Under {@link WhenBehind#DROP} the call waits for nothing: where frames of the old size leave no room in
     * the memory budget yet, captures are dropped until they do.
     *
     * <p>If either number is 0, as for a minimised window, captures are skipped until the next resize. Unlike during a
     * {@link #pause}, time passes meanwhile; only with {@link Timing#FRAME_BY_FRAME}, where each capture advances the
     * time, it does not. Once the recording has been finished, which another thread may do, the call has no effect.
     *
     * @param widthPx the new width
     * @param heightPx the new height
     * @throws IllegalArgumentException if a number is negative, or the size exceeds the framebuffer, the driver's limit
     *     or the memory budget; the recording continues at the old size then
     * @throws IllegalStateException if the GL context of the start is not current on this thread, or another thread
     *     stays inside a capture for longer than {@link RecorderBuilder#closeTimeout}
     */
    public void resize(int widthPx, int heightPx) {
        gate.passUnlessOver("resize", () -> session.resize(widthPx, heightPx));
    }

    /**
     * Pauses the recording: captures are skipped until {@link #resume}, and the paused time is cut out of the file. Any
     * thread may call it.
     *
     * @throws IllegalStateException if the recording has been finished, from inside a capture, or if another thread
     *     stays inside a capture for longer than {@link RecorderBuilder#closeTimeout}
     */
    public void pause() {
        gate.pass("pause", () -> session.pause());
    }

    /**
     * Resumes the recording after {@link #pause}. Any thread may call it.
     *
     * @throws IllegalStateException as {@link #pause} does
     */
    public void resume() {
        gate.pass("resume", () -> session.resume());
    }

    /**
     * Writes a picture of what the next {@link #capture} reads as a PNG of 8-bit RGB, whether that frame is taken or
     * not. Any thread may call it, and it does not wait. That capture reads the pixels once more, and the rest is done
     * in the background. The file appears when it is complete; {@link RecorderBuilder#overwrite} and {@link
     * RecorderBuilder#memoryBudget} apply to snapshots too, beside the recording.
     *
     * @param file the file; its name need not end in .png
     * @return a future that completes on another thread, with the file, a {@link RecordingException} (the file cannot
     *     be written, there is too little memory, or the recording ends before the next capture), or an {@code
     *     IllegalStateException} or {@code IllegalArgumentException} (that capture cannot read the framebuffer)
     * @throws IllegalStateException if frames are drawn in tiles
     */
    public CompletableFuture<Path> snapshot(Path file) {
        overloads.requireWhole("snapshot");
        return UsersFuture.of(snapshots.request(file));
    }

    /**
     * Returns the track to which the application writes its sound. Any thread may call it.
     *
     * @throws IllegalStateException if the recorder was built without {@link RecorderBuilder#audio}
     */
    public AudioTrack audio() {
        if (audio == null) {
            throw new IllegalStateException(
                    "audio, but the recorder was built without audio(rateHz, channels, format)");
        }
        return audio;
    }

    /**
     * Saves the last seconds as a complete file of its own, as {@link RecorderBuilder#replay} has asked for: up to the
     * newest frame that was taken, with every frame between, and its sound. Any thread may call it, and as often as it
     * likes. The recording goes on untouched. The file appears when it is complete. {@link RecorderBuilder#overwrite}
     * applies to it too; a save that fails leaves nothing, and concerns nothing else.
     *
     * <p>It begins with a keyframe, at most one interval of keyframes earlier than asked for. Where the encoder holds
     * frames back and no new one comes within a second, the file ends with the last encoded frame and sound. After a
     * resize with {@link ResizePolicy#NEW_FILE} it begins with the present file. {@link #close} waits for a save that is
     * under way, at most for the close timeout. A byte-stream of H.264 or H.265, as a description for MPEG-TS has it, is
     * parsed for containers that want another form; then each keyframe must have its headers, as {@code h265parse
     * config-interval=-1} sees to.
     *
     * @param file the file; its extension selects a container that takes the encoded stream: .mp4, .mov, .mkv, .webm,
     *     .ogg or .ogv
     * @return a future that completes on another thread, with what was saved or a {@link RecordingException} (there is
     *     no frame yet, or the file cannot be written)
     * @throws IllegalStateException if the recorder was built without a replay, the recording has been finished, from
     *     inside a capture, or if another thread stays inside a capture for longer than the close timeout
     * @throws RecordingException if the container of the file does not take the encoded stream
     */
    public CompletableFuture<SavedReplay> saveReplay(Path file) {
        Objects.requireNonNull(file, "file");
        if (options.encoder().replay() == null) {
            throw new IllegalStateException("saveReplay, but the recorder was built without replay(duration)");
        }
        OutputTarget target = new OutputTarget(file, options.overwrite());
        return UsersFuture.of(gate.pass("saveReplay", () -> session.saveReplay(target)));
    }

    /** Returns the counts so far; once the recording has ended, the final counts. Any thread may call it. */
    public Stats stats() {
        return new Stats(ending.counts());
    }

    /**
     * Ends the recording: the frames that were taken are encoded and the file is completed in the background. Any
     * thread may call it. If the GL context of the start is current, the call waits for the frames that the GPU is
     * still reading; otherwise those frames are lost. A second call returns the same outcome. GL objects are released
     * by {@link #close}.
     *
     * @return a future that completes normally, whatever the outcome is; completing or cancelling it does not affect
     *     the recording
     * @throws IllegalStateException from inside a capture
     */
    public CompletableFuture<Outcome> finish() {
        gate.requireOutsideCapture("finish");
        return UsersFuture.of(end());
    }

    /** Ends the recording as {@link #finish} does. The future runs what it is given on the thread that ends the recording. */
    synchronized CompletableFuture<Outcome> end() {
        if (outcome == null) {
            snapshots.end();
            outcome = Outcome.after(ending.begin());
        }
        return outcome;
    }

    /** Releases the GL objects if the GL context is current, once the recording has ended. */
    void release() {
        ending.release();
    }

    /**
     * Ends the recording and waits until the file is complete. Any thread may call it. If the GL context of the start
     * is current, the call also waits for the frames that the GPU is still reading, and releases the GL objects.
     * Otherwise those frames are lost and GL is not touched; a second call with the context current then releases the
     * GL objects.
     *
     * @throws RecordingException if the file is truncated or missing; it has the cause and the outcome, and only the
     *     first call throws it
     * @throws IllegalStateException from inside a capture
     */
    @Override
    public void close() {
        gate.requireOutsideCapture("close");
        Outcome ended = end().join();
        release();
        Log.awaitWritten();
        if (ended.status() != Outcome.Status.COMPLETE && reported.compareAndSet(false, true)) {
            throw RecordingException.of(ended);
        }
    }
}
