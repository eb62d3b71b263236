package io.github.stagerecorder.plan;

import io.github.stagerecorder.RecordingException;
import io.github.stagerecorder.choice.Encoders;
import io.github.stagerecorder.encode.ChosenEncoder;
import io.github.stagerecorder.encode.EncoderRequest;
import io.github.stagerecorder.encode.InputPlan;
import io.github.stagerecorder.frame.Beside;
import io.github.stagerecorder.frame.Picture;
import io.github.stagerecorder.readback.GlContext;
import io.github.stagerecorder.readback.Reading;
import io.github.stagerecorder.settings.Options;
import io.github.stagerecorder.settings.PixelFormat;
import io.github.stagerecorder.settings.Region;
import java.nio.file.Path;
import java.util.function.BiConsumer;

/**
 * The steps of a start that come before the recording's pipeline is opened. Each step may refuse. A start and
 * a preflight share these checks, so that they cannot disagree. Only a start or its preparation also puts back what a
 * killed process left. {@link #requireOutput} tries the file's name with a short-lived file.
 *
 * <p>Steps without a {@link GlContext} may be taken on any thread, long before the others. The others need that context
 * current.
 */
public final class StartSteps {
    private final Options options;
    private final Path output;
    private final Region region;

    /** @param output the file; null if the description ends in its own sink */
    public StartSteps(Options options, Path output, Region region) {
        this.options = options;
        this.output = output;
        this.region = region;
    }

    /**
     * Checks the memory budget before anything is tried.
     *
     * @throws IllegalArgumentException if the budget is too small even for reading
     */
    public void requireRoom() {
        Picture stage = Picture.asRead(region.widthPx(), region.heightPx(), PixelFormat.BGRX);
        PoolSize.requireRoom(stage, options.limits().budgetBytes());
    }

    /** @throws RecordingException if the file cannot be written, or another recording has it */
    public void requireOutput() {
        if (output != null) {
            request().target().requireUnclaimed();
        }
        requireWritable();
    }

    /** @throws RecordingException if the file cannot be written; whether another recording has it is not asked */
    public void requireWritable() {
        if (output != null) {
            request().target().requireWritable();
        }
    }

    /** Only a start and its preparation do this: a preflight changes nothing. */
    public void removeLeftovers() {
        if (output != null) {
            request().target().removeLeftovers();
        }
    }

    /**
     * Puts back what a killed process left, and then checks the file.
     *
     * @throws RecordingException if the file cannot be written
     */
    public void requireFile() {
        removeLeftovers();
        requireOutput();
    }

    /** Begins what {@link #requireFile} does, on another thread. */
    public Beside<Void> checkFile() {
        return Beside.doing("stagerecorder-file", this::requireFile);
    }

    /** Returns the free space on the disk; -1 if it is not known, or the description ends in its own sink. */
    long freeBytes() {
        return output == null ? -1 : request().target().freeBytes();
    }

    /** Chooses the encoder as {@link Encoders#choose} does. */
    public ChosenEncoder chooseEncoder() {
        return chooseEncoder((description, refusal) -> {});
    }

    /** @param tried receives each description in order, and why it does not work; null for the one that works */
    public ChosenEncoder chooseEncoder(BiConsumer<String, RecordingException> tried) {
        return Encoders.choose(request(), tried);
    }

    /** Returns the request to the encoder. */
    public EncoderRequest request() {
        return new EncoderRequest(
                options.encoder(),
                output,
                options.overwrite(),
                options.rate(),
                region.widthPx(),
                region.heightPx(),
                PoolSize.mostRetained(
                        region.widthPx(), region.heightPx(), options.limits().budgetBytes()),
                options.isRealTime(),
                options.limits().closeTimeoutNs());
    }

    /**
     * @throws IllegalArgumentException if the framebuffer or the driver has no such region
     * @throws IllegalStateException if the framebuffer cannot be read
     */
    public void requireReadable(GlContext gl) {
        gl.requireReadable(sample(gl));
    }

    private Region sample(GlContext gl) {
        return options.tiled() ? gl.readablePart(region) : region;
    }

    /** Chooses how pixels are read for the chosen encoder, which may already be open. */
    public FilePlan chooseReading(GlContext gl, ChosenEncoder encoder) {
        Reading reading = new ReadChoice(options, gl, sample(gl), encoder).first();
        InputPlan input = InputPlan.of(encoder, reading.format(), reading.bottomUp());
        gl.requirePaddable(region, input.file());
        return new FilePlan(options, region, input, reading);
    }

    /**
     * Takes the steps that are left when the encoder is chosen and the framebuffer is readable.
     *
     * @throws IllegalArgumentException and others, as the steps do
     */
    public FilePlan settle(GlContext gl, ChosenEncoder encoder) {
        FilePlan plan = chooseReading(gl, encoder);
        plan.poolSize();
        return plan;
    }
}
