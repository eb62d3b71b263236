package io.github.stagerecorder.session;

import io.github.stagerecorder.choice.Encoders;
import io.github.stagerecorder.encode.ChosenEncoder;
import io.github.stagerecorder.encode.OpenEncoder;
import io.github.stagerecorder.events.Hearer;
import io.github.stagerecorder.events.RecordingEvents;
import io.github.stagerecorder.frame.Beside;
import io.github.stagerecorder.plan.Availability;
import io.github.stagerecorder.plan.FilePlan;
import io.github.stagerecorder.plan.PoolSize;
import io.github.stagerecorder.plan.StartSteps;
import io.github.stagerecorder.readback.GlContext;
import io.github.stagerecorder.settings.Options;
import io.github.stagerecorder.settings.Region;
import java.nio.file.Path;

/**
 * The half of a start that needs no GL context: its encoder is chosen and open. Any thread opens it, and the thread
 * with the GL context completes it.
 */
public final class HalfStart {
    private final Options options;
    private final Path output;
    private final StartSteps steps;
    private final ChosenEncoder chosen;
    private final OpenEncoder encoder; // null if it is opened only when the plan is settled
    private final Beside<Void> fileCheck;

    private HalfStart(
            Options options,
            Path output,
            StartSteps steps,
            ChosenEncoder chosen,
            OpenEncoder encoder,
            Beside<Void> fileCheck) {
        this.options = options;
        this.output = output;
        this.steps = steps;
        this.chosen = chosen;
        this.encoder = encoder;
        this.fileCheck = fileCheck;
    }

    /**
     * Opens the encoder for a stage of this size. A description with its own sink may begin its output now.
     *
     * @param output the file; null if the description ends in its own sink
     * @throws io.github.stagerecorder.RecordingException and others, as {@link SessionStart#start} does; nothing is
     *     left open then
     */
    public static HalfStart open(Options options, Path output, Region region) {
        Availability.require();
        StartSteps steps = new StartSteps(options, output, region);
        steps.requireRoom();
        steps.requireFile();
        ChosenEncoder chosen = steps.chooseEncoder();
        return new HalfStart(options, output, steps, chosen, Encoders.open(chosen), Beside.nothing());
    }

    /**
     * Takes this half on the thread that is to complete it at once. Other threads check the file and open the encoder
     * meanwhile. What may touch something when it is opened is opened only when all that may be refused has been
     * checked.
     */
    static HalfStart beside(Options options, Path output, Region region) {
        StartSteps steps = new StartSteps(options, output, region);
        steps.requireRoom();
        Beside<Void> fileCheck = steps.checkFile();
        try {
            ChosenEncoder chosen = steps.chooseEncoder();
            OpenEncoder opening = chosen.mayRunEarly() ? Encoders.opening(chosen) : null;
            return new HalfStart(options, output, steps, chosen, opening, fileCheck);
        } catch (RuntimeException | Error e) {
            fileCheck.await(); // its refusal comes first
            throw e;
        }
    }

    /**
     * Takes the other half. The GL context must be current. Called at most once.
     *
     * @param oneFile whether the session has one file: with {@link io.github.stagerecorder.ResizePolicy#NEW_FILE} it is
     *     {@linkplain Session#isOutgrown outgrown} at another size then
     * @param listener hears what happens; null if the user has none
     * @throws IllegalStateException and others, as {@link SessionStart#start} does; the encoder is abandoned then
     */
    public Session complete(boolean oneFile, Hearer listener) {
        FilePlan plan = plan();
        OpenEncoder opened = encoder == null ? Encoders.open(chosen) : encoder;
        return begin(plan, opened, oneFile, listener);
    }

    private Session begin(FilePlan plan, OpenEncoder opened, boolean oneFile, Hearer listener) {
        RecordingEvents events = new RecordingEvents(listener);
        SessionTime time = time(plan, opened, events);
        FileRecording first = FileStart.of(plan, opened, time, 0, events);
        NextFile next = oneFile ? null : new NextFile(options, new Troubles(events));
        return new Session(options, output, time, plan.region(), first, next, events);
    }

    /** Sound needs memory of its own. */
    private SessionTime time(FilePlan plan, OpenEncoder opened, RecordingEvents events) {
        try {
            PoolSize pool = plan.poolSize();
            return SessionTime.of(options, pool.readSlots() + pool.planesSlots(), new Troubles(events));
        } catch (RuntimeException | Error e) {
            opened.abandon();
            throw e;
        }
    }

    private FilePlan plan() {
        try {
            FilePlan plan = settled();
            fileCheck.await();
            return plan;
        } catch (RuntimeException | Error e) {
            abandon();
            fileCheck.await(); // its refusal comes first
            throw e;
        }
    }

    private FilePlan settled() {
        try (GlContext gl = GlContext.current(options.read().framebuffer())) {
            steps.requireReadable(gl);
            return steps.settle(gl, chosen);
        }
    }

    /** Closes the encoder in place of {@link #complete}. Nothing is left of a file. */
    public void abandon() {
        if (encoder != null) {
            encoder.abandon();
        }
    }
}
