package io.github.stagerecorder.pipeline;

import io.github.stagerecorder.encode.Preset;
import io.github.stagerecorder.gstreamer.Elements;
import java.util.List;
import org.freedesktop.gstreamer.Bin;
import org.freedesktop.gstreamer.Element;
import org.freedesktop.gstreamer.GstObject;
import org.freedesktop.gstreamer.Pad;

/**
 * Queues as a preset has them, where a description joins picture and sound without. A muxer takes none of one track
 * until it has some of the other.
 */
final class MuxerQueues {
    private static final String PREFIX = "stagerecorder-before-";

    private MuxerQueues() {}

    /** Puts a queue directly in front of each pad of the muxer that is linked and has no queue as large. */
    static void putBefore(Element muxer) {
        for (Pad input : List.copyOf(muxer.getSinkPads())) {
            Pad from = input.getPeer();
            if (from != null && !isLargeQueue(from.getParentElement())) {
                insert(from, input, muxer);
            }
        }
    }

    private static void insert(Pad from, Pad input, Element muxer) {
        Element queue = Elements.make("queue");
        queue.setName(PREFIX + muxer.getName() + "-" + input.getName());
        queue.set("max-size-time", Preset.QUEUE_NS);
        queue.set("max-size-bytes", 0);
        queue.set("max-size-buffers", 0);
        ((Bin) muxer.getParent()).add(queue);
        from.unlink(input);
        from.link(queue.getStaticPad("sink"));
        queue.getStaticPad("src").link(input);
    }

    /** @param element null where the pad is that of the enclosing bin */
    private static boolean isLargeQueue(Element element) {
        return element != null
                && Elements.isOfFactory(element, "queue")
                && number(element, "max-size-bytes") == 0
                && number(element, "max-size-buffers") == 0
                && (number(element, "max-size-time") == 0 || number(element, "max-size-time") >= Preset.QUEUE_NS);
    }

    private static long number(Element element, String property) {
        return ((Number) element.get(property)).longValue();
    }

    /** Returns whether it is one of these queues, which no message names. */
    static boolean isOne(GstObject object) {
        return object.getName().startsWith(PREFIX);
    }
}
