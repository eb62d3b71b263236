package io.github.stagerecorder;

import io.github.stagerecorder.frame.Patience;
import io.github.stagerecorder.readback.StageWatch;
import io.github.stagerecorder.session.EarlyStart;
import io.github.stagerecorder.settings.Region;
import io.github.stagerecorder.settings.RegionChoice;
import io.github.stagerecorder.snapshot.Snapshots;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** What a frame does for a switch. One thread at a time uses it, with the GL context current. */
final class SwitchFrames implements AutoCloseable {
    private static final long STEADY_NS = 300_000_000L;

    /** A stage that no frame can read for so long is told, and no recording begins. */
    private static final long UNREADABLE_NS = 1_000_000_000L;

    private final SwitchSettings settings;
    private final Executor background;
    private final Snapshots snapshots;
    private final StageWatch watch;
    private final Supplier<Region> stage; // at the present frame
    private CompletableFuture<Void> loading; // of the native module and GStreamer; null if it is to begin
    private CompletableFuture<Preparation> preparation = CompletableFuture.completedFuture(null);
    private Region prepared; // the size of the last preparation
    private Region candidate; // the size of the next one
    private long candidateSinceNs;
    private Patience unreadable; // since a frame could not be read; null if the last one could

    SwitchFrames(SwitchSettings settings, Executor background, Snapshots snapshots) {
        this.settings = settings;
        this.background = background;
        this.snapshots = snapshots;
        watch = new StageWatch(settings.options().read().framebuffer(), settings.part());
        stage = watch::look;
    }

    /**
     * Takes the frame into the recording and into the snapshots that are wanted.
     *
     * @param recording what takes it: a recording, or a replay that is kept while the switch is off; null for neither
     * @param isOn whether the switch is on
     * @return false if the recording has failed
     */
    boolean take(SwitchedRecording recording, boolean isOn) {
        boolean goesOn = true;
        if (recording == null) {
            unreadable = null;
        } else {
            goesOn = takeInto(recording, isOn);
        }
        if (snapshots.areWanted()) {
            takeSnapshots();
        } else if (!isOn && isLoaded(false)) {
            prepare(watch.recent());
        }
        return goesOn;
    }

    private boolean takeInto(SwitchedRecording recording, boolean isOn) {
        boolean loaded = isLoaded(true);
        if (recording.isRunning() || loaded && advance(recording)) {
            if (isOn) {
                candidate = null; // the next size must stay first
            }
            return recording.capture();
        }
        recording.miss();
        return true;
    }

    /** A recording that goes on after a resize waits until the stage keeps its size. */
    private boolean advance(SwitchedRecording recording) {
        Region stage = recording.goesOn() ? watch.lookIfPossible() : lookPatiently();
        return stage != null && (!recording.goesOn() || isSteady(stage)) && recording.advance(stage);
    }

    /** Looks at the stage. A few frames that cannot be read are missed: a toolkit may be making its window anew. */
    private Region lookPatiently() {
        try {
            Region stage = watch.look();
            unreadable = null;
            return stage;
        } catch (IllegalArgumentException | IllegalStateException e) {
            if (unreadable == null) {
                unreadable = new Patience(UNREADABLE_NS);
            } else if (unreadable.isOver()) {
                unreadable = null;
                throw e;
            }
            return null;
        }
    }

    private void takeSnapshots() {
        try {
            if (isLoaded(true)) {
                snapshots.take(stage);
            }
        } catch (RecordingException e) {
            snapshots.refuse(e);
        }
    }

    /**
     * Returns whether recording is possible. It begins to find out in the background, at the first frame and again
     * after a failure was told.
     *
     * @param tells whether a failure is thrown
     */
    private boolean isLoaded(boolean tells) {
        if (loading == null) {
            loading = CompletableFuture.runAsync(EarlyStart::load, background);
        }
        if (tells && loading.isCompletedExceptionally()) {
            throw failure();
        }
        return loading.isDone() && !loading.isCompletedExceptionally();
    }

    private RecordingException failure() {
        CompletableFuture<Void> failed = loading;
        loading = null;
        try {
            failed.join();
            throw new IllegalStateException("it has not failed");
        } catch (CompletionException e) {
            return e.getCause() instanceof RecordingException refusal
                    ? refusal
                    : new RecordingException(
                            FailureKind.UNAVAILABLE, e.getCause().getMessage(), e.getCause());
        }
    }

    private void prepare(Region stage) {
        if (stage != null && !stage.equals(prepared) && preparation.isDone() && (isSteady(stage) || prepared == null)) {
            prepared = stage;
            snapshots.expect(stage);
            RegionChoice fixed = new RegionChoice(stage, stage.xPx(), stage.yPx());
            preparation = EarlyStart.begin(settings.options(), settings.anyFile(), fixed);
        }
    }

    /** While a user drags the border of a window, no size is worth a trial of the encoder, or a file. */
    private boolean isSteady(Region stage) {
        long nowNs = System.nanoTime();
        if (!stage.equals(candidate)) {
            candidate = stage;
            candidateSinceNs = nowNs;
        }
        return nowNs - candidateSinceNs >= STEADY_NS;
    }

    /** Releases memory, and nothing of GL. A preparation tries nothing more in the folder. */
    @Override
    public void close() {
        preparation.cancel(false);
        watch.close();
    }
}
