package io.github.stagerecorder.pipeline;

import io.github.stagerecorder.encode.EncoderRequest;
import io.github.stagerecorder.encode.Presets;
import io.github.stagerecorder.encode.SoundEncoder;
import io.github.stagerecorder.settings.SoundFormat;
import java.util.stream.Stream;
import org.freedesktop.gstreamer.Caps;
import org.freedesktop.gstreamer.Pad;

/**
 * What the sound encoder of a preset keeps for itself at the end of the stream. As much silence behind the sound makes it
 * give all of that. A description of the user's own is left as it is.
 */
final class KeptSound {
    private final Pad input; // of the encoder; null if it keeps nothing
    private final int samples; // at the encoder's rate

    private KeptSound(Pad input, int samples) {
        this.input = input;
        this.samples = samples;
    }

    static KeptSound of(EncoderBin bin, EncoderRequest request) {
        Stream<SoundEncoder> known =
                request.options().description() == null ? Presets.soundEncoders().stream() : Stream.empty();
        return known.filter(encoder -> encoder.keptSamples() > 0)
                .flatMap(encoder -> bin.all(encoder.factory()).stream()
                        .map(used -> new KeptSound(used.getStaticPad("sink"), encoder.keptSamples())))
                .findFirst()
                .orElse(new KeptSound(null, 0));
    }

    /** Returns how many sample frames of the recorded sound that is; 0 while the encoder has seen none. */
    int sampleFrames(SoundFormat format) {
        Caps caps = input == null ? null : input.getCurrentCaps();
        if (caps == null) {
            return 0;
        }
        int rateHz = caps.getStructure(0).getInteger("rate");
        return (int) Math.ceil((double) samples * format.rateHz() / rateHz);
    }
}
