package io.github.stagerecorder.choice;

import io.github.stagerecorder.pipeline.Signal;
import io.github.stagerecorder.settings.FrameRate;
import java.util.concurrent.atomic.AtomicInteger;
import org.freedesktop.gstreamer.Caps;
import org.freedesktop.gstreamer.Element;
import org.freedesktop.gstreamer.Fraction;
import org.freedesktop.gstreamer.Pad;
import org.freedesktop.gstreamer.PadProbeReturn;
import org.freedesktop.gstreamer.PadProbeType;
import org.freedesktop.gstreamer.query.LatencyQuery;

/**
 * Counts the pictures that an encoder takes before its first frame comes out, and sees whether the times of what comes
 * out advance: some encoders give every frame the same one.
 */
final class EncoderWatch {
    private static final double NS_PER_S = 1e9;

    private final Element encoder; // or the sink if there is no encoder; it keeps nothing
    private final AtomicInteger taken = new AtomicInteger();
    private final Signal encoded = new Signal();
    private final boolean isSink;
    private volatile OutputTimes times = OutputTimes.NONE;

    // Kept in fields, because the binding may drop objects without a reference.
    private final Pad input;
    private final Pad output;

    EncoderWatch(Element encoder) {
        this.encoder = encoder;
        isSink = encoder.getSrcPads().isEmpty();
        input = encoder.getSinkPads().get(0);
        output = encoder.getSrcPads().stream().findFirst().orElse(input);
        input.addProbe(PadProbeType.BUFFER, (pad, info) -> {
            count();
            return PadProbeReturn.OK;
        });
        output.addProbe(PadProbeType.BUFFER, (pad, info) -> {
            encoded.set();
            times = times.plus(info.getBuffer().getPresentationTimestamp());
            return PadProbeReturn.OK;
        });
    }

    private void count() {
        if (!encoded.await(0)) {
            taken.incrementAndGet();
        }
    }

    /** Returns whether a frame has come out within the time. */
    boolean hasEncoded(long timeoutNs) {
        return encoded.await(timeoutNs);
    }

    /** Returns whether more than one frame has come out, all with the same time. */
    boolean timesStandStill() {
        return !isSink && times.standStill();
    }

    /** Returns how many pictures the encoder has taken. */
    int taken() {
        return taken.get();
    }

    /**
     * Returns how many pictures the encoder keeps: as many as were seen, or as its latency allows, if that is more.
     *
     * @param fileRate the rate to use if the encoder's own rate is not known
     */
    int retained(FrameRate fileRate) {
        return isSink ? 0 : Math.max(taken.get() - 1, latencyFrames(fileRate));
    }

    /** Returns the encoder's latency in frames. */
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
