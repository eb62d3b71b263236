package io.github.stagerecorder.session;

import io.github.stagerecorder.encode.ChosenEncoder;
import io.github.stagerecorder.encode.Encoders;
import io.github.stagerecorder.encode.OpenEncoder;
import io.github.stagerecorder.events.Hearer;
import io.github.stagerecorder.plan.Availability;
import io.github.stagerecorder.plan.FilePlan;
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
    private final OpenEncoder encoder;

    private HalfStart(Options options, Path output, StartSteps steps, ChosenEncoder chosen) {
        this.options = options;
        this.output = output;
        this.steps = steps;
        this.chosen = chosen;
        encoder = Encoders.open(chosen);
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
        return new HalfStart(options, output, steps, steps.chooseForFile());
    }

    /**
     * Takes the other half. The GL context must be current. Called at most once. The session has one file: with {@link
     * io.github.stagerecorder.ResizePolicy#NEW_FILE} it is {@linkplain Session#isOutgrown outgrown} at another size.
     *
     * @param listener hears what happens; null if the user has none
     * @throws IllegalStateException and others, as {@link SessionStart#start} does; the encoder is abandoned then
     */
    public Session complete(Hearer listener) {
        return SessionStart.begin(options, output, plan(), encoder, true, listener);
    }

    private FilePlan plan() {
        try (GlContext gl = GlContext.current(options.read().framebuffer())) {
            steps.requireReadable(gl);
            return steps.settle(gl, chosen);
        } catch (RuntimeException | Error e) {
            abandon();
            throw e;
        }
    }

    /** Closes the encoder in place of {@link #complete}. Nothing is left of a file. */
    public void abandon() {
        encoder.abandon();
    }
}
