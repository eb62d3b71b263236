package io.github.stagerecorder.pipeline;

import org.freedesktop.gstreamer.Element;

/**
 * The end of an Ogg file with two tracks. After half a second of one track, oggmux goes over to the other. If only the
 * last packet of the one is left then, it never comes back to it, and that packet is lost. So it goes over no more once
 * the stream ends.
 */
final class OggEnd {
    private static final String NEVER_NS = String.valueOf(Long.MAX_VALUE / 2);

    private OggEnd() {}

    /** Has each track end before the other one is taken. Called before the end of the stream is pushed. */
    static void keepLastPackets(Element oggmux) {
        oggmux.setAsString("max-delay", NEVER_NS);
    }
}
