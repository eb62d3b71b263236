package io.github.stagerecorder;

import io.github.stagerecorder.frame.Patience;
import io.github.stagerecorder.frame.Uninterrupted;
import io.github.stagerecorder.log.Log;
import io.github.stagerecorder.session.DatedNames;
import io.github.stagerecorder.session.HalfStart;
import io.github.stagerecorder.session.Session;
import io.github.stagerecorder.settings.Region;
import io.github.stagerecorder.sound.SoundInput;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;

/**
 * One recording of a switch, from the key to the complete file. Its encoder opens in the background, a frame takes the
 * half of the start that needs GL, and it ends in the background.
 */
final class SwitchedRecording {
    private final SwitchSettings settings;
    private final Executor background;
    private final BiConsumer<SwitchedRecording, Throwable> refused;
    private final boolean goesOn;
    private final LocalDateTime startedAt = LocalDateTime.now();
    private final CompletableFuture<Void> over = new CompletableFuture<>();
    private final AtomicLong missed = new AtomicLong();
    private SwitchPhase phase = SwitchPhase.WAITING;
    private Region region; // for which the encoder opens
    private HalfStart half; // null unless OPEN
    private Throwable obstacle; // null if there is none
    private volatile DatedNames.Claim name; // null until the encoder opens
    private volatile Session session; // of the recorder
    private volatile StageRecorder recorder; // null until RECORDING
    private volatile SwitchedEnd end; // of the recorder
    private volatile CompletableFuture<Void> joined = CompletableFuture.completedFuture(null);

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

    /** Returns its recorder; null before there is one. */
    StageRecorder recorder() {
        return recorder;
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
     * Goes on with the start, in a frame. Returns whether it records now.
     *
     * @param stage what would be recorded of the framebuffer now
     */
    boolean advance(Region stage) {
        HalfStart ready = next(stage);
        if (ready != null) {
            join(ready);
            joined.complete(null);
        }
        return isRecording();
    }

    private synchronized boolean isRecording() {
        return phase == SwitchPhase.RECORDING;
    }

    /** Returns what is to be joined now, or null. */
    private synchronized HalfStart next(Region stage) {
        HalfStart opened = half;
        half = null;
        if (phase == SwitchPhase.OPEN && stage.equals(region)) {
            phase = SwitchPhase.JOINING;
            joined = new CompletableFuture<>();
            return opened;
        }
        if (phase == SwitchPhase.REFUSED && stage.equals(region)) {
            refuse(obstacle);
        } else if (phase == SwitchPhase.OPEN) {
            background.execute(opened::abandon);
        }
        if (phase == SwitchPhase.WAITING || phase == SwitchPhase.REFUSED || phase == SwitchPhase.OPEN) {
            phase = SwitchPhase.OPENING;
            obstacle = null;
            region = stage;
            background.execute(() -> open(stage));
        }
        return null;
    }

    private void open(Region stage) {
        HalfStart opened = null;
        try {
            opened = HalfStart.open(settings.options(), file(), stage);
            if (keep(SwitchPhase.OPEN, opened, null)) {
                return;
            }
        } catch (RuntimeException | Error e) {
            if (keep(SwitchPhase.REFUSED, null, e)) {
                return;
            }
        }
        endUnrecorded(opened);
    }

    /** Returns the file, whose name is claimed; null if only a replay is kept. */
    private Path file() {
        if (name == null && settings.intoFiles()) {
            name = settings.names().claim(startedAt, settings.extension());
        }
        return name == null ? null : name.file();
    }

    /** Returns false if it was stopped meanwhile. */
    private synchronized boolean keep(SwitchPhase reached, HalfStart opened, Throwable refusal) {
        if (phase != SwitchPhase.OPENING) {
            return false;
        }
        phase = reached;
        half = opened;
        obstacle = refusal;
        return true;
    }

    private void join(HalfStart ready) {
        try {
            Session begun = ready.complete(true, settings.hearers().get());
            begin(new StageRecorder(begun, settings.options()), begun);
            tellGap();
        } catch (RuntimeException | Error e) {
            refuse(e);
        }
    }

    private void tellGap() {
        if (goesOn && settings.intoFiles()) {
            Log.line(
                    System.Logger.Level.INFO,
                    "the size has changed: the recording goes on in " + name.file() + " after " + missed()
                            + " frames that are in no file");
        }
    }

    private synchronized void begin(StageRecorder begun, Session its) {
        end = new SwitchedEnd(begun, background, this::complete);
        session = its;
        recorder = begun;
        if (phase == SwitchPhase.JOINING) {
            phase = SwitchPhase.RECORDING;
        } else { // it was stopped meanwhile, and has no frame
            background.execute(end::begin);
        }
    }

    /** Ends it without a recorder. Any thread may call it, and it does not wait. */
    void refuse(Throwable why) {
        HalfStart unused;
        boolean opening;
        synchronized (this) {
            if (phase == SwitchPhase.OVER) {
                return;
            }
            opening = phase == SwitchPhase.OPENING; // then the thread that opens it does the rest
            phase = SwitchPhase.OVER;
            obstacle = why == null ? obstacle : why;
            unused = half;
            half = null;
        }
        if (!opening) {
            background.execute(() -> endUnrecorded(unused));
        }
    }

    /** Tells why it has no recorder; without a cause it was stopped before. */
    void tellRefusal(Throwable why) {
        settings.tell(missed(), why);
    }

    private void endUnrecorded(HalfStart unused) {
        if (unused != null) {
            unused.abandon();
        }
        refused.accept(this, obstacle);
        complete();
    }

    private void complete() {
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
        if (phase == SwitchPhase.RECORDING) {
            phase = SwitchPhase.ENDING;
            end.beginAfterLastReads();
        } else if (phase == SwitchPhase.JOINING) {
            phase = SwitchPhase.ENDING;
        }
        return phase == SwitchPhase.ENDING;
    }

    /** Goes on with the end, in a frame, which never waits for the GPU. Returns whether nothing is left to do. */
    boolean settle() {
        SwitchedEnd ending = end;
        if (ending != null) {
            ending.settle();
        }
        boolean isOver = over.isDone();
        if (isOver) {
            release();
        }
        return isOver;
    }

    private void release() {
        if (end != null) {
            end.release();
        }
    }

    /**
     * Waits until it has ended, after {@link #stop}. If the GL context is current, GL objects are released. A frame
     * that hangs in its half of the start is waited for as long as the close timeout, and ends it when it comes back.
     */
    void close() {
        long timeoutNs = settings.options().limits().closeTimeoutNs();
        if (!Uninterrupted.isDone(joined, timeoutNs)) {
            Log.line(
                    System.Logger.Level.WARNING,
                    "a recording is still open: frame() has been inside its start for " + Patience.words(timeoutNs));
            return;
        }
        if (end != null) {
            end.begin();
        }
        over.join();
        release();
    }
}
