package io.github.stagerecorder;

import io.github.stagerecorder.frame.UsersFuture;
import io.github.stagerecorder.log.Log;
import io.github.stagerecorder.settings.SoundFormat;
import io.github.stagerecorder.snapshot.Snapshots;
import io.github.stagerecorder.sound.SoundInput;
import io.github.stagerecorder.sound.SwitchedInput;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Starts and stops recordings by a key. Each recording has a file of its own, named by the date and time of its start,
 * and a snapshot is a picture of the next frame.
 *
 * <pre>{@code
 * RecordingSwitch recording = RecordingSwitch.into(Path.of("clips")).create();
 * onKey(F9, recording::toggle);
 * onKey(F10, recording::snapshot);
 * while (running) {
 *     draw();
 *     recording.frame();             // after painting, before the swap
 *     swapBuffers();
 * }
 * recording.close();                 // the last file is complete here
 * }</pre>
 *
 * <p>It never holds up the render loop and never throws into it. The encoder is tried in the background at the first
 * {@code frame()} and after each change of the framebuffer's size, and opens in the background after a start: frames
 * until then are {@linkplain #missedFrames counted}. A recording ends in the background too, and the next one may start
 * meanwhile. With {@link ResizePolicy#NEW_FILE}, a change of the framebuffer's size ends the recording, and another one
 * with an own dated name and memory budget begins in the same way, once the size has stayed for 0.3 s. A few frames
 * that cannot be read, as while a toolkit makes its window anew, do not matter. What prevents a recording, or ends it,
 * turns the switch off. It is told once to the log and by {@link RecorderListener#failed}, and the next start tries
 * again.
 *
 * <p><b>Threads:</b> {@code frame} is called on the render thread with the GL context current. All other methods may be
 * called on any thread. Several switches, in one process or in several, may use one folder.
 */
public final class RecordingSwitch implements AutoCloseable {
    private static final ExecutorService BACKGROUND = Executors.newCachedThreadPool(body -> {
        Thread thread = new Thread(body, "stagerecorder-switch");
        thread.setDaemon(true);
        return thread;
    });

    private final SwitchSettings settings;
    private final Snapshots snapshots;
    private final SwitchFrames frames;
    private final SwitchState state;
    private final ReentrantLock painting = new ReentrantLock(); // held by frame()
    private final SwitchedInput sound = new SwitchedInput(this::recordedSound);
    private final AudioTrack audio; // null if there is no sound
    private volatile boolean closed;
    private boolean complained;

    RecordingSwitch(SwitchSettings settings) {
        this.settings = settings;
        state = new SwitchState(settings, BACKGROUND);
        snapshots = new Snapshots(settings.snapshots());
        frames = new SwitchFrames(settings, BACKGROUND, snapshots);
        SoundFormat format = settings.options().encoder().sound();
        audio = format == null
                ? null
                : new AudioTrack(sound, format, settings.options().timing());
    }

    /**
     * Returns a builder for a switch that records into this folder.
     *
     * @param folder is made by {@link SwitchBuilder#create} if it does not exist
     */
    public static SwitchBuilder into(Path folder) {
        return new SwitchBuilder(folder);
    }

    /**
     * Goes on with what was asked for: takes the frame into the recording while the switch is on, and into a snapshot
     * where one is wanted. Call it at each paint, on the render thread with the GL context current, after painting and
     * before the swap. It never throws. It waits only with {@link WhenBehind#WAIT}. A call from inside it, or while
     * another thread is in it, does nothing.
     */
    public void frame() {
        if (painting.isHeldByCurrentThread() || !painting.tryLock()) {
            return;
        }
        try {
            if (!closed) {
                take(state.takingFrame());
            }
        } finally {
            if (closed) { // maybe meanwhile
                frames.close();
            }
            painting.unlock();
        }
    }

    private void take(SwitchedRecording recording) {
        try {
            state.settle();
            if (!frames.take(recording, state.isOn())) {
                state.endFailed(recording); // the recorder tells why
            } else if (recording != null && recording.isOutgrown()) {
                state.goOn(recording);
            }
        } catch (RuntimeException | Error e) {
            fail(recording, e);
        }
    }

    private void fail(SwitchedRecording recording, Throwable why) {
        if (recording != null && !recording.isRunning()) {
            recording.refuse(why);
            return;
        }
        state.endFailed(recording);
        if (!complained) {
            complained = true;
            Log.line(System.Logger.Level.WARNING, "a frame failed; this is not logged again", why);
        }
    }

    /**
     * Turns the switch on if it is off, and off if it is on. Any thread may call it, and it does not wait.
     *
     * @return whether it is on now
     */
    public boolean toggle() {
        state.toggle();
        return isRecording();
    }

    /**
     * Turns the switch on: a new file begins with the first frame after its encoder is open. It does nothing if the
     * switch is on or closed. Any thread may call it, and it does not wait.
     */
    public void start() {
        state.start();
    }

    /**
     * Turns the switch off: the file is completed in the background. If no frame was taken yet, there is no file, and
     * that is told. It does nothing if the switch is off. Any thread may call it, and it does not wait.
     */
    public void stop() {
        state.stop();
    }

    /** Returns whether the switch is on: from a start until a stop or a failure. Any thread may call it. */
    public boolean isRecording() {
        return state.isOn();
    }

    /**
     * Returns how many frames of the current or last recording are missing at its beginning, because its encoder was
     * not open yet, the framebuffer could not be read, or, after a resize, the size had not stayed. Any thread may call
     * it.
     */
    public long missedFrames() {
        return state.missedFrames();
    }

    /**
     * Returns the track to which the application writes its sound, whether the switch is on or off. It serves all
     * recordings: what is written between them is discarded, and a file's sound begins with its first frame. Any thread
     * may call it.
     *
     * @throws IllegalStateException if the {@linkplain SwitchBuilder#options options} have no {@link RecorderBuilder#audio}
     */
    public AudioTrack audio() {
        if (audio == null) {
            throw new IllegalStateException("audio, but the options have no audio(rateHz, channels, format)");
        }
        return audio;
    }

    private SoundInput recordedSound() {
        SwitchedRecording recording = state.taking();
        return recording == null ? null : recording.sound();
    }

    /**
     * Returns how many sample frames were written to {@link #audio} while nothing was recorded: while the switch was off
     * and kept no replay, or its encoder not yet open. Any thread may call it.
     */
    public long discardedSampleFrames() {
        return sound.discarded();
    }

    /**
     * Writes a picture of the next {@link #frame} as a PNG of 8-bit RGB into the folder, named by the date and time.
     * Otherwise as {@link #snapshot(Path)}.
     */
    public CompletableFuture<Path> snapshot() {
        return UsersFuture.of(SwitchLog.logged("snapshot", settings.names().whileClaimed(".png", snapshots::request)));
    }

    /**
     * Writes a picture of what the next {@link #frame} shows as a PNG of 8-bit RGB, whether the switch is on or off.
     * Any thread may call it, and it does not wait. That frame reads the pixels, and the rest is done in the
     * background. The file appears when it is complete; {@link RecorderBuilder#overwrite} and {@link
     * RecorderBuilder#memoryBudget} apply to snapshots too, beside the recording.
     *
     * @param file the file; its name need not end in .png
     * @return a future that completes on another thread, with the file, a {@link RecordingException} (the file cannot
     *     be written, there is too little memory, recording cannot work here, or the switch is closed before the next
     *     frame), or an {@code IllegalStateException} or {@code IllegalArgumentException} (that frame cannot read the
     *     framebuffer). A failure is logged too
     */
    public CompletableFuture<Path> snapshot(Path file) {
        return UsersFuture.of(SwitchLog.logged("snapshot", snapshots.request(file)));
    }

    /**
     * Saves the last seconds into the folder, named by the date and time, as {@link StageRecorder#saveReplay} does,
     * whether the switch is on or off. They begin at the earliest when it was last turned on or off. It requires {@link
     * SwitchBuilder#replay}. Any thread may call it; a failure is logged too.
     *
     * @return a future that completes on another thread, with what was saved, or with a {@link RecordingException} or an
     *     {@code IllegalStateException} (the switch was made without a replay, there is no frame yet, or the file cannot
     *     be written)
     */
    public CompletableFuture<SavedReplay> saveReplay() {
        return UsersFuture.of(SwitchLog.logged("replay", replayOf(state.taking())));
    }

    private CompletableFuture<SavedReplay> replayOf(SwitchedRecording recording) {
        if (!settings.keepsReplay()) {
            return CompletableFuture.failedFuture(
                    new IllegalStateException("saveReplay, but the switch was made without replay(duration)"));
        }
        StageRecorder recorder = recording == null ? null : recording.recorder();
        if (recorder == null) {
            return CompletableFuture.failedFuture(new RecordingException(
                    FailureKind.NO_FRAMES, "cannot save a replay: no frame has been recorded yet"));
        }
        try {
            return settings.names().writeNow(settings.extension(), recorder::saveReplay);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /**
     * Turns the switch off for good, and waits until all its files are complete, or make no progress for {@link
     * RecorderBuilder#closeTimeout}; a snapshot that no frame has answered is refused. Later calls of other methods do
     * nothing. If the GL context is current, GL objects are released, and frames that the GPU is still reading are
     * recorded. Otherwise GL is not touched, those frames are lost, and a second call with the context current releases
     * the GL objects. Any thread may call it; it never throws for what became of a file, which is told as always.
     */
    @Override
    public void close() {
        closed = true;
        state.close();
        snapshots.end();
        if (painting.isHeldByCurrentThread()) { // from inside frame(), which has to end first
            BACKGROUND.execute(this::close);
            return;
        }
        state.awaitEnds();
        snapshots.awaitWritten();
        Log.awaitWritten();
        if (painting.tryLock()) {
            try {
                frames.close();
            } finally {
                painting.unlock();
            }
        }
    }
}
