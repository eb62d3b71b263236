package io.github.stagerecorder.encode;

import io.github.stagerecorder.FailureKind;
import io.github.stagerecorder.RecordingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.freedesktop.gstreamer.Bin;
import org.freedesktop.gstreamer.Element;
import org.freedesktop.gstreamer.GhostPad;
import org.freedesktop.gstreamer.Pad;
import org.freedesktop.gstreamer.PadDirection;

/** A description as a bin with exactly one input, and what is known about it before it runs. */
final class EncoderBin {
    private static final Pattern EVEN_ONLY = Pattern.compile("video/x-h26[45]");
    private static final Pattern UNTAGGED = Pattern.compile("video/x-(theora|vp8)");
    private static final Pattern FULL_RANGE = Pattern.compile("image/jpeg|video/x-(amv|gst-av-roqvideo)");

    /** The name of the input for the recorded video. */
    static final String VIDEO = "video";

    private final String description;
    private final Bin bin;
    private List<Element> encoders; // null until it is asked for: many calls into GStreamer
    private final boolean bringsSink;

    /** @throws RecordingException if the description cannot be parsed, or cannot be fed */
    EncoderBin(String description) {
        this(description, Description.parse(description, false));
    }

    private EncoderBin(String description, Bin bin) {
        this.description = description;
        this.bin = bin;
        bringsSink = Elements.buildingOn(bin, this::addPads);
    }

    /** Makes the unlinked pads those of the bin. @return whether no output is unlinked */
    private boolean addPads() {
        Pad input = onlyUnlinked(PadDirection.SINK, "sink")
                .orElseThrow(() -> new RecordingException(
                        FailureKind.DESCRIPTION,
                        "\"" + description
                                + "\" has no unlinked sink pad: it must begin where the recorded video enters"));
        Optional<Pad> output = onlyUnlinked(PadDirection.SRC, "src");
        bin.addPad(new GhostPad(VIDEO, input));
        output.ifPresent(pad -> bin.addPad(new GhostPad("src", pad)));
        return output.isEmpty();
    }

    /** Returns each encoder of a description alone, with the properties that it has there. */
    static List<EncoderBin> encodersAlone(String description) {
        EncoderBin whole = new EncoderBin(description);
        List<EncoderBin> each = new ArrayList<>();
        try {
            for (Element encoder : whole.encoders()) {
                each.add(new EncoderBin(description, alone(encoder)));
            }
            return each;
        } catch (RuntimeException | Error e) {
            each.forEach(EncoderBin::dispose);
            throw e;
        } finally {
            whole.dispose();
        }
    }

    private static Bin alone(Element encoder) {
        ((Bin) encoder.getParent()).remove(encoder);
        Bin bin = new Bin();
        bin.add(encoder);
        return Elements.buildingOn(bin, () -> {
            Element converter = Elements.make("videoconvert");
            bin.add(converter);
            converter.link(encoder);
            return bin;
        });
    }

    /** Disposes of the bin, which runs in no pipeline. */
    void dispose() {
        Elements.dispose(bin);
    }

    private Optional<Pad> onlyUnlinked(PadDirection direction, String name) {
        List<Pad> pads = visiblePads(bin)
                .filter(pad -> pad.getDirection() == direction && !pad.isLinked())
                .toList();
        if (pads.size() > 1) {
            throw new RecordingException(
                    FailureKind.DESCRIPTION,
                    "\"" + description + "\" has more than one unlinked " + name + " pad: "
                            + pads.stream().map(EncoderBin::name).collect(Collectors.joining(", ")));
        }
        return pads.stream().findFirst();
    }

    /**
     * Returns the pads of the elements in the description, also in parentheses, but not of elements inside an element.
     */
    private static Stream<Pad> visiblePads(Bin bin) {
        return bin.getElements().stream()
                .flatMap(element -> element instanceof Bin inner && Elements.isOfFactory(inner, "bin")
                        ? visiblePads(inner)
                        : element.getPads().stream());
    }

    private static String name(Pad pad) {
        return pad.getParentElement().getName() + "." + pad.getName();
    }

    private static boolean isEncoder(Element element) {
        String klass = element.getFactory().getKlass();
        return klass.contains("Encoder") && (klass.contains("Video") || klass.contains("Image"));
    }

    Bin bin() {
        return bin;
    }

    /** Returns the pad where the recorded video enters. */
    Pad input() {
        return bin.getStaticPad(VIDEO);
    }

    String description() {
        return description;
    }

    /** Returns whether the description ends in its own sink, so that no file sink is added. */
    boolean bringsSink() {
        return bringsSink;
    }

    /** Returns whether an element may write elsewhere; such a description must not be tried. */
    boolean hasSideEffects() {
        return bringsSink || bin.getElementsRecursive().stream().anyMatch(Elements::isSink);
    }

    /** Returns whether the bin has an element of this factory. */
    boolean has(String factoryName) {
        return !all(factoryName).isEmpty();
    }

    /** Returns the bin's elements of this factory. */
    List<Element> all(String factoryName) {
        return bin.getElementsRecursive().stream()
                .filter(element -> Elements.isOfFactory(element, factoryName))
                .toList();
    }

    List<Element> encoders() {
        if (encoders == null) {
            encoders = bin.getElementsRecursive().stream()
                    .filter(EncoderBin::isEncoder)
                    .toList();
        }
        return encoders;
    }

    /** Returns the names of the encoders, for the statistics. */
    String encoderNames() {
        return encoders().isEmpty()
                ? "none"
                : encoders().stream()
                        .map(encoder -> encoder.getFactory().getName())
                        .distinct()
                        .collect(Collectors.joining("+"));
    }

    /** H.264 and H.265 encoders refuse odd sizes of 4:2:0, but only once they run. */
    boolean needsEvenSize() {
        return writes(EVEN_ONLY);
    }

    /** Theora and VP8 do not store a colour matrix; players decode them as BT.601. */
    boolean isUntagged() {
        return writes(UNTAGGED);
    }

    /**
     * Returns whether an encoder writes JPEG or a relative of it. Decoders take those for BT.601 in full range,
     * whatever their size.
     */
    boolean isFullRange() {
        return writes(FULL_RANGE);
    }

    private boolean writes(Pattern caps) {
        return encoders().stream()
                .flatMap(encoder -> encoder.getFactory().getStaticPadTemplates().stream())
                .filter(template -> template.getDirection() == PadDirection.SRC)
                .anyMatch(
                        template -> caps.matcher(template.getCaps().toString()).find());
    }
}
