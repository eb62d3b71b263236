package io.github.stagerecorder;

import io.github.stagerecorder.Preflight.Attempt;
import io.github.stagerecorder.Preflight.Finding;
import io.github.stagerecorder.Preflight.Level;
import io.github.stagerecorder.encode.EncodeException;
import io.github.stagerecorder.encode.EncoderPlan;
import io.github.stagerecorder.encode.GStreamer;
import io.github.stagerecorder.readback.GlContext;
import io.github.stagerecorder.readback.Region;
import java.util.ArrayList;
import java.util.List;

/** Takes the steps of a start, goes on behind those that refuse, as far as it can, and writes down what it meets. */
final class PreflightCheck {
    private static final long SHORT_S = 60;

    private final RecorderBuilder options;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Attempt> attempts = new ArrayList<>();
    private StartPlan start;
    private boolean planned;

    private PreflightCheck(RecorderBuilder options) {
        this.options = options;
    }

    static Preflight of(RecorderBuilder options) {
        return new PreflightCheck(options).check();
    }

    private Preflight check() {
        boolean available = passes(Availability::require, "install what is named; GStreamer comes with its plugins");
        try (GlContext gl = available ? currentContext() : null) {
            start = new StartPlan(options, gl);
            boolean readable = gl != null
                    && passes(
                            start::requireReadable,
                            "bind the framebuffer that capture() is to read, and give the size it has in pixels");
            boolean hasRoom = passes(start::requireRoom, "give a larger memoryBudget, or record a smaller size");
            passes(start::requireOutput, "record to another file, or make way for this one");
            planned = available && hasRoom && plans(readable);
        }
        if (planned) {
            noteLesserPreset();
            noteOddSize();
            noteSmallPool();
            noteShortDisk();
        }
        return result(available);
    }

    /** None is no obstacle to a preflight. */
    private GlContext currentContext() {
        try {
            return GlContext.current();
        } catch (IllegalStateException e) {
            note(
                    Level.INFO,
                    "not checked without an OpenGL context: the framebuffer, the driver's limits, and how"
                            + " pixels are read",
                    "call preflight() on the render thread to have them checked");
            return null;
        }
    }

    private boolean plans(boolean readable) {
        boolean reads = readable && passes(start::chooseFormat, "leave readStrategy and readFormat to the recorder");
        return passes(
                        () -> start.planEncoding(this::noteAttempt),
                        "install what is missing, or take another size, file extension or pipeline")
                && (!reads || passes(start::chooseReading, "leave convert and flip to the recorder"))
                && passes(start::requirePool, "give a larger memoryBudget, or let the encoder keep fewer frames");
    }

    private boolean passes(Runnable step, String advice) {
        try {
            step.run();
            return true;
        } catch (RuntimeException | LinkageError e) {
            note(Level.ERROR, String.valueOf(e.getMessage()), advice);
            return false;
        }
    }

    private void note(Level level, String what, String advice) {
        findings.add(new Finding(level, what, advice));
    }

    private void noteAttempt(String description, EncodeException refusal) {
        attempts.add(new Attempt(description, refusal == null ? null : refusal.getMessage()));
    }

    private void noteLesserPreset() {
        attempts.stream()
                .filter(attempt -> attempt.refusal() != null)
                .forEach(attempt -> note(
                        Level.WARNING,
                        "a better preset does not open, and the next is taken: " + attempt.refusal(),
                        "install what it needs, unless the next will do"));
    }

    private void noteOddSize() {
        Region region = options.region();
        String padded = start.encoding().file().widthPx() + "x"
                + start.encoding().file().heightPx();
        String stage = region.widthPx() + "x" + region.heightPx();
        if (!padded.equals(stage)) {
            note(
                    Level.INFO,
                    "the codec takes even sizes only: " + stage + " is recorded as " + padded
                            + ", with its edge repeated",
                    "record an even size");
        }
    }

    private void noteSmallPool() {
        PoolDemand demand = start.poolDemand();
        PoolSize wanted = PoolSize.wanted(demand);
        if (!wanted.equals(start.poolSize())) {
            note(
                    Level.WARNING,
                    "the memory budget of " + options.budgetBytes() + " bytes is enough for " + start.poolSize()
                            + ", but not for " + wanted + ": frames are dropped or waited for sooner",
                    "give a memoryBudget of " + demand.bytes(wanted) + " bytes");
        }
    }

    /** Not by the uncompressed size, which says nothing of the file. */
    private void noteShortDisk() {
        long bytesPerSecond = start.encoding().expectedBytesPerSecond();
        long freeBytes = start.freeBytes();
        if (bytesPerSecond > 0 && freeBytes >= 0 && freeBytes / bytesPerSecond < SHORT_S) {
            note(
                    Level.WARNING,
                    "the disk has room for " + freeBytes + " bytes, which last some " + freeBytes / bytesPerSecond
                            + " s at an estimated " + bytesPerSecond + " bytes a second",
                    "make room, or record to another disk, a smaller size, or in a lower quality");
        }
    }

    private Preflight result(boolean available) {
        EncoderPlan plan = planned ? start.encoding() : null;
        return new Preflight(
                findings,
                available ? GStreamer.version() : null,
                attempts,
                planned ? plan.encoderNames() : null,
                planned ? plan.conversionName() : null,
                planned ? start.poolDemand().bytes(start.poolSize()) : -1,
                options.budgetBytes(),
                planned ? bytesPerSecond(plan) : -1,
                planned && plan.expectedBytesPerSecond() >= 0,
                start.freeBytes());
    }

    private static long bytesPerSecond(EncoderPlan plan) {
        long expected = plan.expectedBytesPerSecond();
        return expected < 0 ? plan.uncompressedBytesPerSecond() : expected;
    }
}
