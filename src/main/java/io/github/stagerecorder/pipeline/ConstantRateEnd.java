package io.github.stagerecorder.pipeline;

import java.util.List;
import org.freedesktop.gstreamer.Caps;
import org.freedesktop.gstreamer.Element;
import org.freedesktop.gstreamer.Fraction;
import org.freedesktop.gstreamer.Pad;
import org.freedesktop.gstreamer.PadProbeReturn;
import org.freedesktop.gstreamer.PadProbeType;

/**
 * Ends a file of constant rate with its last frame. At the end of the stream {@code videorate} always pushes the newest
 * picture once more. Some versions have pushed it before, when it came, and others have not. So a frame that begins
 * after the end of the recording is dropped. The probe looks at no event: the binding takes an event for an older one
 * that had the same address, and then for another type.
 */
final class ConstantRateEnd {
    private static final double NS_PER_S = 1e9;

    private final List<Element> rates;
    private final long endNs;
    private final List<Pad> outputs; // kept, because the binding may drop objects without a reference

    /**
     * Called once the last picture has been pushed, before the end of the stream is.
     *
     * @param endNs the end of the last picture in stream time
     */
    ConstantRateEnd(EncoderBin bin, long endNs) {
        this.endNs = endNs;
        rates = bin.all("videorate");
        outputs = rates.stream().map(rate -> rate.getStaticPad("src")).toList();
        for (int i = 0; i < outputs.size(); i++) {
            watch(outputs.get(i), rates.get(i));
        }
    }

    private void watch(Pad output, Element rate) {
        output.addProbe(
                PadProbeType.BUFFER, (pad, info) -> isBeyond(output, rate) ? PadProbeReturn.DROP : PadProbeReturn.OK);
    }

    /** Returns whether the frame on its way out, which is counted already, begins after the end of the last picture. */
    private boolean isBeyond(Pad output, Element rate) {
        Caps caps = output.getCurrentCaps();
        Fraction perSecond = caps == null ? null : caps.getStructure(0).getFraction("framerate");
        long frames = ((Number) rate.get("out")).longValue();
        return perSecond != null && frames > Math.round(endNs / NS_PER_S * perSecond.toDouble());
    }
}
