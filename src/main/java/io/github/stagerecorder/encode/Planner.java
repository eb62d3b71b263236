package io.github.stagerecorder.encode;

import io.github.stagerecorder.encode.EncodeException.Reason;
import io.github.stagerecorder.frame.Picture;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** Settles an {@link EncoderPlan}: takes the user's description, or the first preset that really opens. */
public final class Planner {
    private final EncoderSettings settings;
    private final Picture stage;
    private final BiConsumer<String, EncodeException> tried;

    private Planner(EncoderSettings settings, Picture stage, BiConsumer<String, EncodeException> tried) {
        this.tried = tried;
        this.settings = settings;
        this.stage = stage;
    }

    /** The same without an account of what was tried. */
    public static EncoderPlan plan(EncoderSettings settings, Picture stage) {
        return plan(settings, stage, (description, refusal) -> {});
    }

    /**
     * Nothing is written, and the file's place not looked at; a description is tried on some pictures, and only its
     * encoders if it has sinks of its own.
     *
     * @param stage the stage's size, in the format in which the driver reads fastest
     * @param tried is told of each description, in order, and of why it does not work; null for the one that does
     * @throws EncodeException if GStreamer is missing, no encoder works here, or the description is wrong
     * @throws IllegalArgumentException if the file's extension is not known
     */
    public static EncoderPlan plan(EncoderSettings settings, Picture stage, BiConsumer<String, EncodeException> tried) {
        GStreamer.require();
        Planner planner = new Planner(settings, stage, tried);
        return settings.description() != null ? planner.attempt(settings.description()) : planner.firstThatOpens();
    }

    private EncoderPlan firstThatOpens() {
        List<EncodeException> failures = new ArrayList<>();
        for (Preset preset : Presets.forName(settings.output().getFileName().toString())) {
            try {
                return attempt(preset.describe(stage, settings));
            } catch (EncodeException e) {
                failures.add(e);
            }
        }
        throw noneOpens(failures);
    }

    private EncodeException noneOpens(List<EncodeException> failures) {
        String reasons = failures.stream().map(Throwable::getMessage).collect(Collectors.joining("; "));
        EncodeException none = new EncodeException(
                failures.get(0).reason(), "no encoder for " + settings.output() + " works here: " + reasons);
        failures.forEach(none::addSuppressed);
        return none;
    }

    private EncoderPlan attempt(String description) {
        try {
            EncoderPlan plan = opened(description);
            tried.accept(description, null);
            return plan;
        } catch (EncodeException e) {
            tried.accept(description, e);
            throw e;
        }
    }

    private EncoderPlan opened(String description) {
        EncoderBin bin = new EncoderBin(description);
        try {
            return opened(bin);
        } finally {
            Elements.dispose(bin.bin());
        }
    }

    private EncoderPlan opened(EncoderBin bin) {
        requireOneSink(bin);
        OutputFile output = bin.bringsSink() ? null : new OutputFile(settings.output(), settings.overwrite());
        EncoderPlan plan = EncoderPlan.of(settings, output, bin, stage);
        return plan.withRetained(bin.hasSideEffects() ? Trial.encodersAlone(plan) : Trial.whole(plan));
    }

    private void requireOneSink(EncoderBin bin) {
        if (bin.bringsSink() && settings.output() != null) {
            throw new EncodeException(
                    Reason.DESCRIPTION,
                    "\"" + bin.description() + "\" ends in a sink of its own, so " + settings.output()
                            + " would stay empty: use builder() without a path");
        }
        if (!bin.bringsSink() && settings.output() == null) {
            throw new EncodeException(
                    Reason.DESCRIPTION,
                    "\"" + bin.description() + "\" does not end in a sink: add one, or use builder(path)");
        }
    }
}
