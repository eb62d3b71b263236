package io.github.stagerecorder.pipeline;

import io.github.stagerecorder.encode.EncoderRequest;
import io.github.stagerecorder.encode.Presets;
import io.github.stagerecorder.encode.SoundEncoder;
import java.util.ArrayList;
import java.util.List;
import org.freedesktop.gstreamer.Element;
import org.freedesktop.gstreamer.Pad;
import org.freedesktop.gstreamer.PadProbeReturn;
import org.freedesktop.gstreamer.PadProbeType;

/**
 * Moves the sound of a preset forward by what its encoder puts in front of it. MP4 and MOV keep that, for a decoder, and
 * say that the sound begins behind it. Matroska leaves the first packet out, and so the sound fades in within the next
 * one. A description of the user's own is left as it is.
 */
final class Priming {
    private static final double NS_PER_S = 1e9;

    private final List<Pad> pads = new ArrayList<>(); // kept, because the binding may drop objects without a reference

    Priming(EncoderBin bin, EncoderRequest request) {
        if (request.options().sound() == null || request.options().description() != null) {
            return;
        }
        for (SoundEncoder encoder : Presets.soundEncoders()) {
            if (encoder.primingSamples() > 0) {
                bin.all(encoder.factory())
                        .forEach(used -> makeGood(used, encoder.primingSamples(), bin.muxerInput("audio_")));
            }
        }
    }

    /** The rate is known once sound comes; the muxer has none of it yet. */
    private void makeGood(Element encoder, int samples, Pad muxer) {
        Pad input = encoder.getStaticPad("sink");
        pads.add(input);
        pads.add(muxer);
        input.addProbe(PadProbeType.BUFFER, (pad, info) -> {
            int rateHz = pad.getCurrentCaps().getStructure(0).getInteger("rate");
            long primingNs = Math.round(samples * NS_PER_S / rateHz);
            if (PrimedSound.isKeptBy(muxer.getParentElement().getFactory().getName())) {
                PrimedSound.begin(muxer, -primingNs, primingNs);
            } else {
                PadOffset.set(muxer, -primingNs);
            }
            return PadProbeReturn.REMOVE;
        });
    }
}
