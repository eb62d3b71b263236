package io.github.stagerecorder.session;

import io.github.stagerecorder.Preparation;
import io.github.stagerecorder.RecordingException;
import io.github.stagerecorder.choice.Encoders;
import io.github.stagerecorder.encode.ChosenEncoder;
import io.github.stagerecorder.log.Log;
import io.github.stagerecorder.plan.Availability;
import io.github.stagerecorder.plan.StartSteps;
import io.github.stagerecorder.readback.GlContext;
import io.github.stagerecorder.settings.Options;
import io.github.stagerecorder.settings.Region;
import io.github.stagerecorder.settings.RegionChoice;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/** Does what needs no GL context of a start on a thread of its own, well before the start. */
public final class EarlyStart implements Runnable {
    private final Options options;
    private final StartSteps steps;
    private final Found found = new Found();

    private EarlyStart(Options options, StartSteps steps) {
        this.options = options;
        this.steps = steps;
    }

    /** What is found. When it has been cancelled, nothing more is tried in the output's folder. */
    private static final class Found extends CompletableFuture<Preparation> {
        @Override
        public synchronized boolean cancel(boolean interrupts) {
            return super.cancel(interrupts);
        }

        synchronized void unlessDone(Runnable work) {
            if (!isDone()) {
                work.run();
            }
        }
    }

    /**
     * Makes recording available, and loads what a frame needs to begin a preparation and a recording. Any thread may
     * call it.
     */
    public static void load() {
        Rehearsal.makeAvailable();
    }

    /**
     * Begins. Only the size of the framebuffer is read on the calling thread, and only if no size is given.
     *
     * @param output the file, whose refusal does not count yet; null if the description ends in its own sink
     * @return what was found, or what a start would throw; to be cancelled if the output's folder must be left alone
     */
    public static CompletableFuture<Preparation> begin(Options options, Path output, RegionChoice choice) {
        try {
            EarlyStart start = new EarlyStart(options, new StartSteps(options, output, region(options, choice)));
            Thread thread = new Thread(start, "stagerecorder-prepare");
            thread.setDaemon(true);
            thread.start();
            return start.found;
        } catch (RuntimeException | Error e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static Region region(Options options, RegionChoice choice) {
        if (!choice.followsSize()) {
            return choice.fixed();
        }
        Availability.requireNativeModule();
        try (GlContext gl = GlContext.current(options.read().framebuffer())) {
            return gl.regionOf(choice);
        }
    }

    /** Called on the thread of its own. */
    @Override
    public void run() {
        try {
            Availability.require();
            steps.requireRoom();
            steps.removeLeftovers();
            ChosenEncoder encoder = steps.chooseEncoder();
            rehearse();
            found.complete(new Preparation(
                    encoder.request().widthPx(), encoder.request().heightPx(), encoder.encoderNames()));
        } catch (RuntimeException | Error e) {
            found.completeExceptionally(e);
        }
    }

    /** The check of the file counts only at the start: it may be removed until then, or another one may appear. */
    private void rehearse() {
        try {
            Rehearsal.runOnce(options);
            openOnce();
        } catch (RecordingException e) {
            Log.line(Level.DEBUG, "not rehearsed", e);
        }
    }

    /** Opens the encoder as a start does, unless it may do something when it is opened. */
    private void openOnce() {
        found.unlessDone(() -> steps.checkFile().await());
        ChosenEncoder known = steps.chooseEncoder();
        if (known.mayRunEarly()) {
            Encoders.opening(known).abandon();
        }
    }
}
