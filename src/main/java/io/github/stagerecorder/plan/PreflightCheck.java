package io.github.stagerecorder.plan;

import io.github.stagerecorder.RecordingException;
import io.github.stagerecorder.choice.Encoders;
import io.github.stagerecorder.encode.ChosenEncoder;
import io.github.stagerecorder.encode.InputPlan;
import io.github.stagerecorder.readback.GlContext;
import io.github.stagerecorder.report.PreflightFigures;
import io.github.stagerecorder.settings.Options;
import io.github.stagerecorder.settings.PixelFormat;
import io.github.stagerecorder.settings.Region;
import io.github.stagerecorder.settings.RegionChoice;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Takes the steps of a start, continues after refusals as far as it can, and reports its findings to a log. */
public final class PreflightCheck {
    private static final long SHORT_S = 60;

    private final Options options;
    private final Region region;
    private final PreflightLog log;
    private final StartSteps steps;
    private final List<String> refusals = new ArrayList<>(); // of presets whose encoders do not work
    private ChosenEncoder encoder;
    private InputPlan input; // null until one is settled
    private PoolSize poolSize; // null until it is settled

    private PreflightCheck(Options options, Path output, Region region, PreflightLog log) {
        this.options = options;
        this.region = region;
        this.log = log;
        steps = new StartSteps(options, output, region);
    }

    /**
     * Runs the check. Any thread may call it; if a GL context is current, what needs one is checked too.
     *
     * @param output the file; null if the description ends in its own sink
     * @throws IllegalArgumentException if the size is that of the framebuffer, and not known
     */
    public static PreflightFigures run(Options options, Path output, RegionChoice choice, PreflightLog log) {
        boolean available = passes(log, Availability::require, "do what it says, and start the program again");
        try (GlContext gl = available ? currentContext(options, log) : null) {
            return new PreflightCheck(options, output, region(choice, gl), log).run(available, gl);
        }
    }

    private static Region region(RegionChoice choice, GlContext gl) {
        if (gl == null && choice.followsSize()) {
            throw new IllegalArgumentException(
                    "size(widthPx, heightPx) is missing: without a current OpenGL context a preflight needs it");
        }
        return gl == null ? choice.fixed() : gl.regionOf(choice);
    }

    private PreflightFigures run(boolean available, GlContext gl) {
        boolean readable = gl != null
                && passes(
                        () -> steps.requireReadable(gl),
                        "bind the framebuffer that capture() is to read, and give the size it has in pixels");
        boolean hasRoom = passes(steps::requireRoom, "give a larger memoryBudget, or record a smaller size");
        passes(steps::requireOutput, "record to another file, or make way for this one");
        if (available && hasRoom) {
            settle(readable ? gl : null);
        }
        if (poolSize != null) {
            noteLesserPreset();
            noteOddSize();
            noteSmallPool();
            noteShortDisk();
            noteShortReplay();
        }
        return figures(available);
    }

    /** Returns the current context, or null: a preflight works without one. */
    private static GlContext currentContext(Options options, PreflightLog log) {
        try {
            return GlContext.current(options.read().framebuffer());
        } catch (IllegalStateException e) {
            log.info(
                    "not checked without an OpenGL context: the framebuffer, the driver's limits, and how"
                            + " pixels are read",
                    "call preflight() with the GL context current to have them checked");
            return null;
        }
    }

    /** @param gl null to skip what needs it, and to assume that pixels are read as BGRx */
    private void settle(GlContext gl) {
        boolean chosen = passes(
                () -> encoder = steps.chooseEncoder(this::noteAttempt),
                "install what is missing, or take another size, file extension or pipeline");
        if (chosen && passes(() -> input = inputPlan(gl), "leave the tuning to the recorder")) {
            passes(
                    () -> poolSize = PoolSize.within(options.limits().budgetBytes(), 0, input, input.file()),
                    "give a larger memoryBudget, or let the encoder keep fewer frames");
        }
    }

    private InputPlan inputPlan(GlContext gl) {
        return gl == null
                ? InputPlan.ofPlainReads(encoder, PixelFormat.BGRX)
                : steps.chooseReading(gl, encoder).input();
    }

    private boolean passes(Runnable step, String advice) {
        return passes(log, step, advice);
    }

    private static boolean passes(PreflightLog log, Runnable step, String advice) {
        try {
            step.run();
            return true;
        } catch (RuntimeException | LinkageError e) {
            log.error(String.valueOf(e.getMessage()), advice);
            return false;
        }
    }

    private void noteAttempt(String description, RecordingException refusal) {
        log.attempt(description, refusal == null ? null : refusal.getMessage());
        if (refusal != null) {
            refusals.add(refusal.getMessage());
        }
    }

    private void noteLesserPreset() {
        refusals.forEach(refusal -> log.warning(
                "a better preset does not open, so the next one is used: " + refusal,
                "install what it needs, unless the next preset is good enough"));
    }

    private void noteOddSize() {
        String padded = encoder.fileWidthPx() + "x" + encoder.fileHeightPx();
        String stage = region.widthPx() + "x" + region.heightPx();
        if (!padded.equals(stage)) {
            log.info(
                    "the codec takes even sizes only: " + stage + " is recorded as " + padded
                            + ", with its edge repeated",
                    "record an even size");
        }
    }

    private void noteSmallPool() {
        PoolSize wanted = PoolSize.wanted(input, input.file());
        if (!wanted.equals(poolSize)) {
            log.warning(
                    "the memory budget of " + options.limits().budgetBytes() + " bytes is enough for " + poolSize
                            + ", but not for " + wanted + ": frames are dropped or waited for sooner",
                    "give a memoryBudget of " + wanted.bytes() + " bytes");
        }
    }

    /** The uncompressed size is not used here, because it says nothing about the file. */
    private void noteShortDisk() {
        long bytesPerSecond = encoder.expectedBytesPerSecond();
        long freeBytes = steps.freeBytes();
        if (bytesPerSecond > 0 && freeBytes >= 0 && freeBytes / bytesPerSecond < SHORT_S) {
            log.warning(
                    "the disk has room for " + freeBytes + " bytes, which last some " + freeBytes / bytesPerSecond
                            + " s at an estimated " + bytesPerSecond + " bytes a second",
                    "make room, or record to another disk, a smaller size, or in a lower quality");
        }
    }

    private void noteShortReplay() {
        String shortage = encoder.shortReplay();
        if (shortage != null) {
            log.warning(shortage, "give replay(duration, bytes) a larger budget, or record a smaller size or quality");
        }
    }

    private PreflightFigures figures(boolean available) {
        boolean planned = poolSize != null;
        boolean estimated = planned && encoder.expectedBytesPerSecond() >= 0;
        return new PreflightFigures(
                available ? Encoders.gstreamerVersion() : null,
                planned ? encoder.encoderNames() : null,
                planned ? input.conversionName() : null,
                planned ? poolSize.bytes() : -1,
                options.limits().budgetBytes(),
                planned ? bytesPerSecond() : -1,
                estimated,
                steps.freeBytes());
    }

    private long bytesPerSecond() {
        long expected = encoder.expectedBytesPerSecond();
        return expected < 0 ? input.uncompressedBytesPerSecond() : expected;
    }
}
