package io.github.stagerecorder.choice;

import io.github.stagerecorder.FailureKind;
import io.github.stagerecorder.RecordingException;
import io.github.stagerecorder.encode.ChosenEncoder;
import io.github.stagerecorder.encode.EncoderRequest;
import io.github.stagerecorder.encode.InputPlan;
import io.github.stagerecorder.encode.Preset;
import io.github.stagerecorder.encode.Presets;
import io.github.stagerecorder.gstreamer.Elements;
import io.github.stagerecorder.pipeline.EncoderBin;
import io.github.stagerecorder.pipeline.MuxerInputs;
import io.github.stagerecorder.pipeline.SoundHead;
import io.github.stagerecorder.pipeline.StreamCheck;
import io.github.stagerecorder.settings.PixelFormat;
import io.github.stagerecorder.settings.SoundFormat;
import io.github.stagerecorder.settings.StreamOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * Chooses the encoder: the user's description, or the first preset that works. Nothing is written, and the file's
 * folder is not checked. A description is tried with some pictures; if it has its own sinks, only its encoders are
 * tried.
 */
final class EncoderChooser {
    private static final long MILLISECOND_NS = 1_000_000;

    private final EncoderRequest request;
    private final BiConsumer<String, RecordingException> tried;

    EncoderChooser(EncoderRequest request, BiConsumer<String, RecordingException> tried) {
        this.request = request;
        this.tried = tried;
    }

    ChosenEncoder choose() {
        StreamOptions stream = request.options().stream();
        if (stream != null) {
            StreamCheck.requireInstalled(stream.address(), request.options().sound() != null);
        }
        String description = request.options().description();
        return description != null ? attempt(description) : firstThatOpens();
    }

    private ChosenEncoder firstThatOpens() {
        List<RecordingException> failures = new ArrayList<>();
        List<Preset> presets = Presets.of(request);
        requireChannels(presets);
        for (Preset preset : presets) {
            for (String description : preset.describe(request)) {
                try {
                    return attempt(description);
                } catch (RecordingException e) {
                    failures.add(e);
                }
            }
        }
        throw noneOpens(failures);
    }

    private void requireChannels(List<Preset> presets) {
        SoundFormat sound = request.options().sound();
        int most = Preset.mostChannels(presets);
        if (sound != null && sound.channels() > most) {
            throw new RecordingException(
                    FailureKind.ENCODER,
                    "sound of " + sound.channels() + " channels cannot be recorded into " + request.presetName()
                            + ": its encoders take at most " + most);
        }
    }

    private RecordingException noneOpens(List<RecordingException> failures) {
        String reasons = failures.stream().map(Throwable::getMessage).collect(Collectors.joining("; "));
        RecordingException none = new RecordingException(
                failures.get(0).kind(), "no encoder for " + request.presetName() + " works here: " + reasons);
        failures.forEach(none::addSuppressed);
        return none;
    }

    private ChosenEncoder attempt(String description) {
        try {
            ChosenEncoder encoder = opened(description);
            tried.accept(description, null);
            return encoder;
        } catch (RecordingException e) {
            tried.accept(description, e);
            throw e;
        }
    }

    private ChosenEncoder opened(String description) {
        EncoderBin bin = new EncoderBin(description, request.options().sound() != null);
        ChosenEncoder untried = Elements.buildingOn(bin.bin(), () -> untried(bin));
        if (untried.mayRunEarly()) {
            return untried.retaining(EncoderTrial.whole(untried, bin));
        }
        bin.dispose();
        return untried.retaining(EncoderTrial.encodersAlone(untried));
    }

    private ChosenEncoder untried(EncoderBin bin) {
        requireOneSink(bin);
        if (request.options().replay() != null) {
            MuxerInputs.of(bin); // refuses a description of which nothing could be kept
        }
        if (request.options().stream() != null) {
            StreamCheck.requirePossible(bin, request.options().stream().address());
        }
        requireStorableTimes(bin);
        if (bin.soundInput() != null) {
            SoundHead.requireTaken(bin, request.options().sound());
        }
        ChosenEncoder untried = new ChosenEncoder(
                request,
                bin.description(),
                InputChoice.of(bin, request.options().pixelFormat(), request.heightPx()),
                bin.needsEvenSize(),
                bin.has("videorate"),
                bin.encoderNames(),
                0,
                !bin.hasSideEffects());
        InputPlan.ofPlainReads(untried, PixelFormat.BGRX); // refuses a conversion that no read could serve
        return untried;
    }

    /** Matroska and WebM store milliseconds. */
    private void requireStorableTimes(EncoderBin bin) {
        boolean milliseconds = bin.has("matroskamux") || bin.has("webmmux");
        if (milliseconds && request.rate().intervalNs() < MILLISECOND_NS) {
            throw new RecordingException(
                    FailureKind.ENCODER,
                    "\"" + bin.description() + "\" stores times in milliseconds, so " + request.rate()
                            + " frames a second are too many: 1000 is the most, and .mp4 takes more");
        }
    }

    private void requireOneSink(EncoderBin bin) {
        if (bin.bringsSink() && request.output() != null) {
            throw new RecordingException(
                    FailureKind.DESCRIPTION,
                    "\"" + bin.description() + "\" ends in its own sink, so " + request.output()
                            + " would stay empty: leave that sink out, or record by StageRecorder.builder() without a path");
        }
        if (bin.bringsSink() && request.options().stream() != null) {
            throw new RecordingException(
                    FailureKind.DESCRIPTION,
                    "\"" + bin.description() + "\" ends in its own sink, so there is nothing to stream: end it with its"
                            + " muxer, or leave the stream out");
        }
        if (!bin.bringsSink() && request.isWithoutResult()) {
            throw new RecordingException(
                    FailureKind.DESCRIPTION,
                    "\"" + bin.description() + "\" does not end in a sink: add one, or use builder(path)");
        }
    }
}
