package io.github.stagerecorder.encode;

import java.util.List;
import java.util.function.LongSupplier;
import org.freedesktop.gstreamer.Caps;
import org.freedesktop.gstreamer.Element;
import org.freedesktop.gstreamer.Fraction;
import org.freedesktop.gstreamer.Pad;
import org.freedesktop.gstreamer.PadProbeReturn;
import org.freedesktop.gstreamer.PadProbeType;
import org.freedesktop.gstreamer.event.EOSEvent;

/**
 * Ends a file of constant rate with its last frame. At the end of the stream {@code videorate} always pushes the newest
 * picture once more. Some versions have pushed it before, when it came, and others have not. So when the end of the
 * stream arrives, its frames are counted, and if they already last as long as the recording, nothing is added.
 */
final class ConstantRateEnd {
    private static final double NS_PER_S = 1e9;

    private final List<Element> rates;
    private final LongSupplier endNs;
    private final List<Pad> inputs; // kept, because the binding may drop objects without a reference

    /** @param endNs tells the end of the last picture in stream time, on a thread of GStreamer's */
    ConstantRateEnd(EncoderBin bin, LongSupplier endNs) {
        this.endNs = endNs;
        rates = bin.all("videorate");
        inputs = rates.stream().map(rate -> rate.getStaticPad("sink")).toList();
        for (int i = 0; i < inputs.size(); i++) {
            watch(inputs.get(i), rates.get(i));
        }
    }

    private void watch(Pad input, Element rate) {
        input.addProbe(PadProbeType.EVENT_DOWNSTREAM, (pad, info) -> {
            if (info.getEvent() instanceof EOSEvent && isFull(rate)) {
                rate.set("drop-only", true); // it keeps no picture then, and pushes none at the end
            }
            return PadProbeReturn.OK;
        });
    }

    /** Returns whether the frames that have come out last until the end of the last picture. */
    private boolean isFull(Element rate) {
        Caps caps = rate.getStaticPad("src").getCurrentCaps();
        if (caps == null) {
            return false; // no frame has come out
        }
        Fraction perSecond = caps.getStructure(0).getFraction("framerate");
        long frames = ((Number) rate.get("out")).longValue();
        return perSecond != null && frames >= Math.round(endNs.getAsLong() / NS_PER_S * perSecond.toDouble());
    }
}
