package io.github.stagerecorder.encode;

import io.github.stagerecorder.settings.FrameRate;
import java.util.concurrent.atomic.AtomicInteger;
import org.freedesktop.gstreamer.Caps;
import org.freedesktop.gstreamer.Element;
import org.freedesktop.gstreamer.Fraction;
import org.freedesktop.gstreamer.Pad;
import org.freedesktop.gstreamer.PadProbeReturn;
import org.freedesktop.gstreamer.PadProbeType;
import org.freedesktop.gstreamer.query.LatencyQuery;

/** Watches an encoder until its first frame comes out: how many pictures does it take for that? */
final class EncoderWatch {
    private static final double NS_PER_S = 1e9;

    private final Element encoder; // or, where there is none, the sink, which keeps nothing
    private final AtomicInteger taken = new AtomicInteger();
    private final Signal encoded = new Signal();

    // Kept here, for the binding may lose what nobody holds.
    private final Pad input;
    private final Pad output;

    EncoderWatch(Element encoder) {
        this.encoder = encoder;
        input = encoder.getSinkPads().get(0);
        output = encoder.getSrcPads().stream().findFirst().orElse(input);
        input.addProbe(PadProbeType.BUFFER, (pad, info) -> {
            count();
            return PadProbeReturn.OK;
        });
        output.addProbe(PadProbeType.BUFFER, (pad, info) -> {
            encoded.set();
            return PadProbeReturn.OK;
        });
    }

    private void count() {
        if (!encoded.await(0)) {
            taken.incrementAndGet();
        }
    }

    /** Whether a frame has come out of it within the time. */
    boolean hasEncoded(long timeoutNs) {
        return encoded.await(timeoutNs);
    }

    /** How many pictures it has been given. */
    int taken() {
        return taken.get();
    }

    /** How many pictures it keeps: seen, or said to be possible. @param fileRate when its own is not known */
    int retained(FrameRate fileRate) {
        return encoder.getSrcPads().isEmpty() ? 0 : Math.max(taken.get() - 1, latencyFrames(fileRate));
    }

    /** Only on the encoder's source pad is this its own latency. */
    private int latencyFrames(FrameRate fileRate) {
        LatencyQuery query = new LatencyQuery();
        if (!encoder.query(query)) {
            return 0;
        }
        return (int) Math.round(query.getMinimumLatency() / NS_PER_S * rate(fileRate));
    }

    private double rate(FrameRate fileRate) {
        Caps caps = input.getCurrentCaps();
        Fraction own = caps == null ? null : caps.getStructure(0).getFraction("framerate");
        return own != null && own.getNumerator() > 0
                ? own.toDouble()
                : (double) fileRate.numerator() / fileRate.denominator();
    }
}
