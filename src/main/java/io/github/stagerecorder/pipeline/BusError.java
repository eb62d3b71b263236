package io.github.stagerecorder.pipeline;

import io.github.stagerecorder.gstreamer.Elements;
import org.freedesktop.gstreamer.Bin;
import org.freedesktop.gstreamer.Caps;
import org.freedesktop.gstreamer.Element;
import org.freedesktop.gstreamer.GhostPad;
import org.freedesktop.gstreamer.GstObject;
import org.freedesktop.gstreamer.Pad;
import org.freedesktop.gstreamer.Pipeline;
import org.freedesktop.gstreamer.elements.AppSrc;

/**
 * Describes an error on the bus, and names only elements of the description. If an element refuses a format, GStreamer
 * reports the element at the head of the stream, which is the recorder's.
 */
final class BusError {
    /** More elements than a description has in a row. */
    private static final int MOST_STEPS = 64;

    private BusError() {}

    static String describe(GstObject source, int code, String message) {
        return source instanceof Element element && isOurs(element)
                ? stopped(element, message)
                : Elements.name(source) + ": " + message + " (code " + code + ")";
    }

    private static boolean isOurs(Element element) {
        return MuxerQueues.isOne(element) || isHead(element);
    }

    /** Returns whether it is one of the recorder's elements in front of the description. */
    private static boolean isHead(Element element) {
        GstObject top = element;
        while (top.getParent() != null && !(top.getParent() instanceof Pipeline)) {
            top = top.getParent();
        }
        boolean isAlone = !(top.getParent() instanceof Bin pipeline)
                || pipeline.getElements().stream().noneMatch(BusError::isDescription);
        return isAlone ? top instanceof AppSrc : !Elements.isSink(top) && !isDescription(top);
    }

    /** A saved replay has none. */
    private static boolean isDescription(GstObject object) {
        return object instanceof Bin bin && bin.getStaticPad(EncoderBin.VIDEO) != null;
    }

    /** Follows the stream to the first element of the description that has no format. */
    private static String stopped(Element head, String message) {
        Element last = head;
        Caps given = null;
        for (int step = 0; step < MOST_STEPS && last != null; step++) {
            Pad output = last.getSrcPads().stream().findFirst().orElse(null);
            Caps caps = output == null ? null : output.getCurrentCaps();
            given = caps == null ? given : caps;
            Pad input = output == null ? null : fed(output);
            Element next = input == null ? null : input.getParentElement();
            if (next != null && !isOurs(next) && !input.hasCurrentCaps()) {
                return refused(next, given, message);
            }
            last = next != null ? next : enclosing(last);
        }
        return "the stream was stopped: " + message;
    }

    /** Returns the pad of an element that this pad is linked to; null if it is linked to nothing in the same bin. */
    private static Pad fed(Pad output) {
        Pad peer = output.getPeer();
        while (peer instanceof GhostPad ghost) {
            peer = ghost.getTarget();
        }
        return peer;
    }

    /** Returns the bin that the element is in; null for the pipeline. */
    private static Element enclosing(Element element) {
        return element.getParent() instanceof Bin bin && !(bin instanceof Pipeline) ? bin : null;
    }

    private static String refused(Element element, Caps caps, String message) {
        return Elements.name(element) + " refuses " + (caps == null ? "what it is given" : caps.toString())
                + ", or nothing takes what it would make of that (" + message + ")";
    }
}
