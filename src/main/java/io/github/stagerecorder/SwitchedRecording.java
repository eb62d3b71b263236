package io.github.stagerecorder;

import io.github.stagerecorder.session.DatedNames;
import io.github.stagerecorder.session.HalfStart;
import io.github.stagerecorder.session.Session;
import io.github.stagerecorder.settings.Region;
import io.github.stagerecorder.sound.SoundInput;
import java.time.LocalDateTime;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;

/**
 * One recording of a switch, from the key to the complete file. Its encoder opens in the background, a frame takes the
 * half of the start that needs GL, and it ends in the background.
 */
final class SwitchedRecording {
    private enum Phase {
        /** A frame must tell the stage's size first. */
        WAITING,
        /** The encoder opens in the background. */
        OPENING,
        /** The encoder is open; the next frame takes the half with GL. */
        OPEN,
        /** A frame is taking that half. */
        JOINING,
        RECORDING,
        /** It was stopped; the next frame ends it, or another thread where no frame comes. */
        ENDING,
        /** There is no recorder, or it has ended. */
        OVER
    }

    /** Reads that the GPU has not finished, and no frame has collected, within this time after the stop are lost. */
    private static final long LAST_READS_MS = 500;

    private final SwitchSettings settings;
    private final Executor background;
    private final BiConsumer<SwitchedRecording, Throwable> refused;
    private final boolean goesOn;
    private final LocalDateTime startedAt = LocalDateTime.now();
    private final CompletableFuture<Void> over = new CompletableFuture<>();
    private final AtomicLong missed = new AtomicLong();
    private final AtomicBoolean finishing = new AtomicBoolean();
    private Phase phase = Phase.WAITING;
    private Region region; // for which the encoder opens
    private HalfStart half; // null unless OPEN
    private Throwable obstacle; // null if it was stopped
    private volatile DatedNames.Claim name; // null until the encoder opens
    private volatile Session session; // of the recorder
    private volatile StageRecorder recorder; // null until RECORDING

    /**
     * @param refused is called once, in the background, if nothing is recorded; without a cause it was stopped
     * @param goesOn whether it follows one that a resize has ended
     */
    SwitchedRecording(
            SwitchSettings settings,
            Executor background,
            BiConsumer<SwitchedRecording, Throwable> refused,
            boolean goesOn) {
        this.settings = settings;
        this.background = background;
        this.refused = refused;
        this.goesOn = goesOn;
    }

    /** Returns whether it follows one that a resize has ended. */
    boolean goesOn() {
        return goesOn;
    }

    /** Returns whether another recording is to go on, because the stage has another size. Nothing more is recorded. */
    boolean isOutgrown() {
        Session running = session;
        return running != null && running.isOutgrown();
    }

    /** Returns where the sound goes that it records; null before it has a recorder, or if it has no sound. */
    SoundInput sound() {
        Session running = session;
        return running == null ? null : running.sound();
    }

    /** Returns whether it has a recorder, which watches the stage's size by itself. */
    boolean isRunning() {
        return recorder != null;
    }

    /** Counts a frame that came before there was a recorder. */
    void miss() {
        missed.incrementAndGet();
    }

    /** Returns how many frames came before there was a recorder. */
    long missed() {
        return missed.get();
    }

    /** Takes a frame into the recorder. Returns false if the recording has failed. */
    boolean capture() {
        StageRecorder running = recorder;
        return running.capture() != CaptureResult.FAILED
                || running.stats().failures().recording() == 0;
    }

    /**
     * Goes on with the start, in a frame. Returns whether there is a recorder now.
     *
     * @param stage what would be recorded of the framebuffer now
     */
    boolean advance(Region stage) {
        HalfStart ready = next(stage);
        if (ready != null) {
            join(ready);
        }
        return isRunning();
    }

    /** Returns what is to be joined now, or null. */
    private synchronized HalfStart next(Region stage) {
        HalfStart opened = half;
        half = null;
        if (phase == Phase.OPEN && stage.equals(region)) {
            phase = Phase.JOINING;
            return opened;
        }
        if (phase == Phase.OPEN) { // the stage has another size by now
            background.execute(opened::abandon);
            phase = Phase.WAITING;
        }
        if (phase == Phase.WAITING) {
            phase = Phase.OPENING;
            region = stage;
            background.execute(() -> open(stage));
        }
        return null;
    }

    private void open(Region stage) {
        HalfStart opened = null;
        try {
            if (name == null) {
                name = settings.names().claim(startedAt, settings.extension());
            }
            opened = HalfStart.open(settings.options(), name.file(), stage);
        } catch (RuntimeException | Error e) {
            refuse(e);
        }
        if (!keep(opened)) {
            endUnrecorded(opened);
        }
    }

    private synchronized boolean keep(HalfStart opened) {
        if (phase != Phase.OPENING) {
            return false;
        }
        phase = Phase.OPEN;
        half = opened;
        return true;
    }

    private void join(HalfStart ready) {
        try {
            Session begun = ready.complete(true, settings.hearers().get());
            recorder = new StageRecorder(begun, settings.options());
            session = begun;
            begin();
            tellGap();
        } catch (RuntimeException | Error e) {
            refuse(e);
        }
    }

    private void tellGap() {
        if (goesOn) {
            System.getLogger("io.github.stagerecorder")
                    .log(
                            System.Logger.Level.INFO,
                            "the size has changed: the recording goes on in " + name.file() + " after " + missed()
                                    + " frames that are in no file");
        }
    }

    private synchronized void begin() {
        if (phase == Phase.JOINING) { // otherwise it was stopped meanwhile, and the next frame ends it
            phase = Phase.RECORDING;
        }
    }

    /** Ends it without a recorder. Any thread may call it, and it does not wait. */
    void refuse(Throwable why) {
        HalfStart unused;
        boolean opening;
        synchronized (this) {
            if (phase == Phase.OVER) {
                return;
            }
            opening = phase == Phase.OPENING; // then the thread that opens it does the rest
            phase = Phase.OVER;
            obstacle = why;
            unused = half;
            half = null;
        }
        if (!opening) {
            background.execute(() -> endUnrecorded(unused));
        }
    }

    private void endUnrecorded(HalfStart unused) {
        if (unused != null) {
            unused.abandon();
        }
        refused.accept(this, obstacle);
        end();
    }

    private void end() {
        DatedNames.Claim claimed = name;
        if (claimed != null) {
            claimed.release();
        }
        over.complete(null);
    }

    /** Ends it. Any thread may call it, and it does not wait. */
    void stop() {
        if (!isStoppedAfterJoining()) {
            refuse(null);
        }
    }

    private synchronized boolean isStoppedAfterJoining() {
        if (phase == Phase.JOINING || phase == Phase.RECORDING) {
            phase = Phase.ENDING;
            CompletableFuture.delayedExecutor(LAST_READS_MS, TimeUnit.MILLISECONDS, background)
                    .execute(this::finish);
        }
        return phase == Phase.ENDING;
    }

    /** Goes on with the end, in a frame, which never waits for the GPU. Returns whether nothing is left to do. */
    boolean settle() {
        StageRecorder ended = recorder;
        if (ended != null && !ended.isStillReading()) {
            finish();
        }
        if (over.isDone()) {
            release();
        }
        return over.isDone();
    }

    /** Ends the recorder in the background. Any thread may call it. */
    private void finish() {
        StageRecorder ended = recorder;
        if (ended != null && finishing.compareAndSet(false, true)) {
            ended.finish().whenComplete((outcome, crash) -> end());
        }
    }

    /** Releases the GL objects of a recorder that has ended. */
    private void release() {
        StageRecorder ended = recorder;
        try {
            if (ended != null) {
                ended.close();
            }
        } catch (RecordingException e) { // which the recorder has told
            System.getLogger("io.github.stagerecorder")
                    .log(System.Logger.Level.DEBUG, "a recording did not end well", e);
        }
    }

    /**
     * Saves the last seconds of what its recorder records.
     *
     * @throws RecordingException if there is no recorder, or the name is not free
     */
    CompletableFuture<SavedReplay> saveReplay() {
        StageRecorder running = recorder;
        if (running == null) {
            throw new RecordingException(FailureKind.NO_FRAMES, "cannot save a replay: the recording has no frame yet");
        }
        DatedNames.Claim claim = settings.names().claim(LocalDateTime.now(), settings.extension());
        try {
            return running.saveReplay(claim.file()).whenComplete((saved, failure) -> claim.release());
        } catch (RuntimeException | Error e) {
            claim.release();
            throw e;
        }
    }

    /** Waits until it has ended. If the GL context is current, GL objects are released. */
    void close() {
        finish();
        over.join();
        release();
    }
}
