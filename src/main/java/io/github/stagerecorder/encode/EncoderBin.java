package io.github.stagerecorder.encode;

import io.github.stagerecorder.encode.EncodeException.Reason;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.freedesktop.gstreamer.Bin;
import org.freedesktop.gstreamer.Caps;
import org.freedesktop.gstreamer.Element;
import org.freedesktop.gstreamer.ElementFactory;
import org.freedesktop.gstreamer.PadDirection;

/** The user's description as a bin with exactly one input, and what can be told of it before it runs. */
final class EncoderBin {
    private static final Pattern EVEN_ONLY = Pattern.compile("video/x-h26[45]");
    private static final Pattern UNTAGGED = Pattern.compile("video/x-(theora|vp8)");

    private final String description;
    private final Bin bin;
    private final List<ElementFactory> encoders;

    /** @throws EncodeException if the description cannot be parsed, or cannot be fed */
    EncoderBin(String description) {
        this.description = description;
        this.bin = Description.parse(description);
        requireOne(PadDirection.SINK, "sink", "it must begin where our video is to enter");
        if (unlinked(PadDirection.SRC) > 0) {
            throw tooMany("src");
        }
        this.encoders = bin.getElementsRecursive().stream()
                .map(Element::getFactory)
                .filter(factory -> factory.getKlass().contains("Encoder") && factory.getKlass().contains("Video"))
                .toList();
    }

    private void requireOne(PadDirection direction, String name, String hint) {
        if (bin.getStaticPad(name) == null) {
            throw new EncodeException(
                    Reason.DESCRIPTION, "\"" + description + "\" has no unlinked " + name + " pad: " + hint);
        }
        if (unlinked(direction) > 0) {
            throw tooMany(name);
        }
    }

    private EncodeException tooMany(String name) {
        return new EncodeException(
                Reason.DESCRIPTION, "\"" + description + "\" has more than one unlinked " + name + " pad");
    }

    /** Unlinked pads besides the one behind the ghost pad, which counts as linked. */
    private long unlinked(PadDirection direction) {
        return bin.getElementsRecursive().stream()
                .flatMap(element -> element.getPads().stream())
                .filter(pad -> pad.getDirection() == direction && !pad.isLinked())
                .count();
    }

    Bin bin() {
        return bin;
    }

    String description() {
        return description;
    }

    /** Whether it ends in a sink of its own, so that no file sink is to follow. */
    boolean bringsSink() {
        return bin.getStaticPad("src") == null;
    }

    /** Whether anything in it may write elsewhere; then it must not be tried out. */
    boolean hasSideEffects() {
        return bin.getElementsRecursive().stream()
                .anyMatch(element -> element.getFactory().getKlass().contains("Sink"));
    }

    /** Whether an element of this factory is in it. */
    boolean has(String factoryName) {
        return bin.getElementsRecursive().stream()
                .anyMatch(element -> element.getFactory().getName().equals(factoryName));
    }

    boolean accepts(String format) {
        Caps accepted = bin.getStaticPad("sink").queryCaps(null);
        return !accepted.intersect(Caps.fromString("video/x-raw,format=" + format)).isEmpty();
    }

    /** The encoders in it, for the statistics. */
    String encoderNames() {
        return encoders.isEmpty()
                ? "none"
                : encoders.stream().map(ElementFactory::getName).distinct().collect(Collectors.joining("+"));
    }

    /** x264 and its like refuse odd sizes of 4:2:0, and only once they run. */
    boolean needsEvenSize() {
        return writes(EVEN_ONLY);
    }

    /** Theora and VP8 carry no colour matrix; players decode them as BT.601. */
    boolean isUntagged() {
        return writes(UNTAGGED);
    }

    private boolean writes(Pattern caps) {
        return encoders.stream()
                .flatMap(factory -> factory.getStaticPadTemplates().stream())
                .filter(template -> template.getDirection() == PadDirection.SRC)
                .anyMatch(template -> caps.matcher(template.getCaps().toString()).find());
    }
}
