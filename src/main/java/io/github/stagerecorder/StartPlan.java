package io.github.stagerecorder;

import io.github.stagerecorder.encode.EncodeException;
import io.github.stagerecorder.encode.EncoderPlan;
import io.github.stagerecorder.encode.EncoderSettings;
import io.github.stagerecorder.encode.OutputFile;
import io.github.stagerecorder.encode.Planner;
import io.github.stagerecorder.frame.Picture;
import io.github.stagerecorder.frame.PixelFormat;
import io.github.stagerecorder.jni.PoolNative;
import io.github.stagerecorder.readback.GlContext;
import io.github.stagerecorder.readback.Reading;
import io.github.stagerecorder.readback.Region;
import java.util.function.BiConsumer;

/**
 * What is settled before anything is opened or written: step by step, each of which may refuse. A start and a preflight
 * take the same steps, so that they cannot disagree. Render thread only, where there is a context.
 */
final class StartPlan {
    private final RecorderBuilder options;
    private final EncoderSettings settings;
    private final Region region;
    private final GlContext gl;
    private Picture stage;
    private ReadChoice choice;
    private EncoderPlan encoding;
    private Reading reading;

    /** @param gl null to leave out the steps that need it, and to take the stage's pixels for BGRx */
    StartPlan(RecorderBuilder options, GlContext gl) {
        this.options = options;
        this.gl = gl;
        settings = options.encoderSettings();
        region = options.region();
        stage = Picture.asRead(region.widthPx(), region.heightPx(), PixelFormat.BGRX);
    }

    /** All steps, up to the first that refuses. */
    void settle() {
        requireReadable();
        requireRoom();
        requireOutput();
        chooseFormat();
        planEncoding((description, refusal) -> {});
        chooseReading();
        requirePool();
    }

    /** Needs the context. */
    void requireReadable() {
        gl.requireReadable(sample());
    }

    private Region sample() {
        return options.tiled() ? gl.readablePart(region) : region;
    }

    /** Before anything is tried that there is no memory for. */
    void requireRoom() {
        PoolSize.requireRoom(stage, options.budgetBytes());
    }

    void requireOutput() {
        if (settings.output() != null) {
            output().requireWritable();
        }
    }

    private OutputFile output() {
        return new OutputFile(settings.output(), settings.overwrite());
    }

    /** Needs the context. */
    void chooseFormat() {
        choice = new ReadChoice(options, gl, sample());
        stage = Picture.asRead(region.widthPx(), region.heightPx(), choice.cheapestFormat());
    }

    /** @param tried is told of each description, in order, and of why it does not work; null for the one that does */
    void planEncoding(BiConsumer<String, EncodeException> tried) {
        encoding = Planner.plan(settings, stage, tried);
    }

    /** After {@link #chooseFormat}, for what was planned. */
    void chooseReading() {
        reading = choice.forPlan(encoding);
        PoolNative.trimHeap(); // a software driver leaves what it was tried with there
        encoding = encoding.reading(reading.format(), reading.bottomUp());
        gl.requirePaddable(region, encoding.file());
    }

    void requirePool() {
        poolSize();
    }

    PoolSize poolSize() {
        return PoolSize.of(poolDemand(), 0, options.budgetBytes());
    }

    PoolDemand poolDemand() {
        return PoolDemand.of(encoding, encoding.file());
    }

    EncoderPlan encoding() {
        return encoding;
    }

    Reading reading() {
        return reading;
    }

    /** What the disk has room for; -1 when that is not known, or the file is not ours. */
    long freeBytes() {
        return settings.output() == null ? -1 : output().freeBytes();
    }
}
