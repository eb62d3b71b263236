package io.github.stagerecorder;

import io.github.stagerecorder.settings.SoundFormat;
import io.github.stagerecorder.snapshot.Snapshots;
import io.github.stagerecorder.sound.SoundInput;
import io.github.stagerecorder.sound.SwitchedInput;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

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
    private final Queue<SwitchedRecording> ending = new ConcurrentLinkedQueue<>();
    private final ReentrantLock painting = new ReentrantLock(); // held by frame()
    private final SwitchedInput sound = new SwitchedInput(this::recordedSound);
    private final AudioTrack audio; // null if there is no sound
    private volatile SwitchedRecording current; // null while off
    private volatile SwitchedRecording latest; // the current or last one; null before the first
    private volatile boolean closed;
    private boolean complained;

    private RecordingSwitch(SwitchSettings settings) {
        this.settings = settings;
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
     * @param folder is made by {@link Builder#create} if it does not exist
     */
    public static Builder into(Path folder) {
        return new Builder(folder);
    }

    /** Collects the options of a switch. It must not be used by several threads at a time. */
    public static final class Builder {
        private final Path folder;
        private String extension = ".mp4";
        private Consumer<RecorderBuilder> options = builder -> {};
        private Duration replay; // null if none is kept

        private Builder(Path folder) {
            this.folder = Objects.requireNonNull(folder, "folder");
        }

        /**
         * Sets the extension of the files, which selects a preset as it does for {@link StageRecorder#builder(Path)}.
         * The default is "mp4".
         */
        public Builder format(String newExtension) {
            extension = newExtension.startsWith(".") ? newExtension : "." + newExtension;
            return this;
        }

        /**
         * Keeps the last seconds of each recording, as {@link RecorderBuilder#replay(Duration)} does, for {@link
         * RecordingSwitch#saveReplay}.
         */
        public Builder replay(Duration last) {
            replay = Objects.requireNonNull(last, "last");
            return this;
        }

        /**
         * Sets the options of all recordings: {@code options(o -> o.frameRate(60).listener(listener, executor))}. They
         * are taken once, in {@link #create}. A recording never replaces a file; {@link RecorderBuilder#overwrite} is
         * for snapshots. {@link Timing#CALLER} and {@link RecorderBuilder#tiled} do not fit a switch. With {@link
         * WhenBehind#WAIT}, {@code frame()} waits for the encoder as {@link StageRecorder#capture()} does.
         */
        public Builder options(Consumer<RecorderBuilder> newOptions) {
            options = Objects.requireNonNull(newOptions, "options");
            return this;
        }

        /**
         * Makes the switch, and the folder where it does not exist. Nothing of GL or GStreamer is used yet.
         *
         * @throws IllegalArgumentException if an option is wrong or does not fit a switch, or if the extension has no
         *     preset
         * @throws RecordingException if the folder cannot be made or written
         */
        public RecordingSwitch create() {
            return new RecordingSwitch(SwitchSettings.of(folder, extension, this::choose));
        }

        private void choose(RecorderBuilder builder) {
            if (replay != null) {
                builder.replay(replay);
            }
            options.accept(builder);
        }
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
                take(current);
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
            ending.removeIf(SwitchedRecording::settle);
            if (!frames.take(recording)) {
                turnOff(recording); // the recorder tells why
            } else if (recording != null && recording.isOutgrown()) {
                goOn(recording);
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
        turnOff(recording);
        if (!complained) {
            complained = true;
            SwitchLog.log(System.Logger.Level.WARNING, "a frame failed; this is not logged again", why);
        }
    }

    /**
     * Turns the switch on if it is off, and off if it is on. Any thread may call it, and it does not wait.
     *
     * @return whether it is on now
     */
    public synchronized boolean toggle() {
        if (current == null) {
            start();
        } else {
            stop();
        }
        return isRecording();
    }

    /**
     * Turns the switch on: a new file begins with the first frame after its encoder is open. It does nothing if the
     * switch is on or closed. Any thread may call it, and it does not wait.
     */
    public synchronized void start() {
        if (current == null && !closed) {
            begin(false);
        }
    }

    private void begin(boolean goesOn) {
        latest = new SwitchedRecording(settings, BACKGROUND, this::refused, goesOn);
        current = latest;
    }

    private synchronized void goOn(SwitchedRecording outgrown) {
        if (outgrown == current) { // it has not been stopped meanwhile
            turnOff(outgrown);
            begin(true);
        }
    }

    /**
     * Turns the switch off: the file is completed in the background. If no frame was taken yet, there is no file, and
     * that is told. It does nothing if the switch is off. Any thread may call it, and it does not wait.
     */
    public void stop() {
        turnOff(current);
    }

    private synchronized void turnOff(SwitchedRecording recording) {
        if (recording != null && recording == current) {
            current = null;
            ending.add(recording);
            recording.stop();
        }
    }

    private void refused(SwitchedRecording recording, Throwable why) {
        clear(recording);
        settings.tell(recording.missed(), why);
    }

    private synchronized void clear(SwitchedRecording recording) {
        if (recording == current) {
            current = null;
        }
    }

    /** Returns whether the switch is on: from a start until a stop or a failure. Any thread may call it. */
    public boolean isRecording() {
        return current != null;
    }

    /**
     * Returns how many frames of the current or last recording are missing at its beginning, because its encoder was
     * not open yet, the framebuffer could not be read, or, after a resize, the size had not stayed. Any thread may call
     * it.
     */
    public long missedFrames() {
        SwitchedRecording described = latest;
        return described == null ? 0 : described.missed();
    }

    /**
     * Returns the track to which the application writes its sound, whether the switch is on or off. It serves all
     * recordings: what is written between them is discarded, and a file's sound begins with its first frame. Any thread
     * may call it.
     *
     * @throws IllegalStateException if the {@linkplain Builder#options options} have no {@link RecorderBuilder#audio}
     */
    public AudioTrack audio() {
        if (audio == null) {
            throw new IllegalStateException("audio, but the options have no audio(rateHz, channels, format)");
        }
        return audio;
    }

    private SoundInput recordedSound() {
        SwitchedRecording recording = current;
        return recording == null ? null : recording.sound();
    }

    /**
     * Returns how many sample frames were written to {@link #audio} while nothing was recorded: while the switch was off,
     * or its encoder not yet open. Any thread may call it.
     */
    public long discardedSampleFrames() {
        return sound.discarded();
    }

    /**
     * Writes a picture of the next {@link #frame} as a PNG of 8-bit RGB into the folder, named by the date and time.
     * Otherwise as {@link #snapshot(Path)}.
     */
    public CompletableFuture<Path> snapshot() {
        return SwitchLog.logged("snapshot", settings.names().whileClaimed(".png", snapshots::request));
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
        return SwitchLog.logged("snapshot", snapshots.request(file));
    }

    /**
     * Saves the last seconds of the present recording into the folder, named by the date and time, as {@link
     * StageRecorder#saveReplay} does. It requires {@link Builder#replay}. Any thread may call it; a failure is logged too.
     *
     * @return a future that completes on another thread, with what was saved, or with a {@link RecordingException} or an
     *     {@code IllegalStateException} (the switch is off or was made without a replay, there is no frame yet, or the
     *     file cannot be written)
     */
    public CompletableFuture<SavedReplay> saveReplay() {
        return SwitchLog.logged("replay", replayOf(current));
    }

    private static CompletableFuture<SavedReplay> replayOf(SwitchedRecording recording) {
        try {
            return recording == null
                    ? CompletableFuture.failedFuture(new IllegalStateException("saveReplay while the switch is off"))
                    : recording.saveReplay();
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
        stop();
        snapshots.end();
        if (painting.isHeldByCurrentThread()) { // from inside frame(), which has to end first
            BACKGROUND.execute(this::close);
            return;
        }
        ending.forEach(SwitchedRecording::close);
        snapshots.awaitWritten();
        if (painting.tryLock()) {
            try {
                frames.close();
            } finally {
                painting.unlock();
            }
        }
    }
}
