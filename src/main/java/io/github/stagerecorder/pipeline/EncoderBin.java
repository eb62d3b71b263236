package io.github.stagerecorder.pipeline;

import io.github.stagerecorder.RecordingException;
import io.github.stagerecorder.gstreamer.Description;
import io.github.stagerecorder.gstreamer.Elements;
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

/** A description as a bin with an input for video, perhaps one for sound, and what is known about it before it runs. */
public final class EncoderBin {
    private static final Pattern EVEN_ONLY = Pattern.compile("video/x-h26[45]");
    private static final Pattern UNTAGGED = Pattern.compile("video/x-(theora|vp8)");
    private static final Pattern FULL_RANGE = Pattern.compile("image/jpeg|video/x-(amv|gst-av-roqvideo)");

    /** The name of the input for the recorded video. */
    static final String VIDEO = "video";

    /** The name of the input for the recorded sound, if there is one. */
    static final String SOUND = "audio";

    private final String description;
    private final Bin bin;
    private List<Element> encoders; // null until it is asked for: many calls into GStreamer
    private final boolean bringsSink;

    /**
     * @param withSound whether it has an input for sound too
     * @throws RecordingException if the description cannot be parsed, or cannot be fed
     */
    public EncoderBin(String description, boolean withSound) {
        this(description, Description.parse(description, false), withSound);
    }

    private EncoderBin(String description, Bin bin, boolean withSound) {
        this.description = description;
        this.bin = bin;
        bringsSink = Elements.buildingOn(bin, () -> addPads(withSound));
    }

    /** Makes the unlinked pads those of the bin. @return whether no output is unlinked */
    private boolean addPads(boolean withSound) {
        UnlinkedPads pads = new UnlinkedPads(description, bin);
        Pad video = withSound ? pads.videoInput() : pads.onlyInput();
        Optional<Pad> output = pads.output();
        bin.addPad(new GhostPad(VIDEO, video));
        if (withSound) {
            bin.addPad(new GhostPad(SOUND, pads.soundInput(video)));
            muxers().forEach(MuxerQueues::putBefore);
        }
        output.ifPresent(pad -> bin.addPad(new GhostPad("src", pad)));
        return output.isEmpty();
    }

    /** Returns each encoder of a description alone, with the properties that it has there. */
    public static List<EncoderBin> encodersAlone(String description, boolean withSound) {
        EncoderBin whole = new EncoderBin(description, withSound);
        List<EncoderBin> each = new ArrayList<>();
        try {
            for (Element encoder : whole.encoders()) {
                each.add(new EncoderBin(description, alone(encoder), false));
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
    public void dispose() {
        Elements.dispose(bin);
    }

    private static boolean isEncoder(Element element) {
        return isEncoderOf(element, "Video") || isEncoderOf(element, "Image");
    }

    private static boolean isEncoderOf(Element element, String medium) {
        String klass = element.getFactory().getKlass();
        return klass.contains("Encoder") && klass.contains(medium);
    }

    public Bin bin() {
        return bin;
    }

    /** Returns the pad where the recorded video enters. */
    public Pad input() {
        return bin.getStaticPad(VIDEO);
    }

    /** Returns the pad where the recorded sound enters; null if there is none. */
    public Pad soundInput() {
        return bin.getStaticPad(SOUND);
    }

    List<Element> muxers() {
        return bin.getElementsRecursive().stream()
                .filter(element -> element.getFactory().getKlass().contains("Muxer"))
                .toList();
    }

    /** Returns the pads where encoded frames enter a muxer; none if there is no muxer. */
    List<Pad> muxerInputs() {
        return muxers().stream().flatMap(muxer -> muxer.getSinkPads().stream()).toList();
    }

    /** Returns the muxer's pad whose name begins like this. */
    Pad muxerInput(String prefix) {
        return muxerInputs().stream()
                .filter(pad -> pad.getName().startsWith(prefix))
                .findFirst()
                .orElseThrow();
    }

    public String description() {
        return description;
    }

    /** Returns whether the description ends in its own sink, so that no file sink is added. */
    public boolean bringsSink() {
        return bringsSink;
    }

    /** Returns whether an element may write elsewhere; such a description must not be tried. */
    public boolean hasSideEffects() {
        return bringsSink || bin.getElementsRecursive().stream().anyMatch(Elements::isSink);
    }

    /** Returns whether the bin has an element of this factory. */
    public boolean has(String factoryName) {
        return !all(factoryName).isEmpty();
    }

    /** Returns the bin's elements of this factory. */
    List<Element> all(String factoryName) {
        return bin.getElementsRecursive().stream()
                .filter(element -> Elements.isOfFactory(element, factoryName))
                .toList();
    }

    public List<Element> encoders() {
        if (encoders == null) {
            encoders = bin.getElementsRecursive().stream()
                    .filter(EncoderBin::isEncoder)
                    .toList();
        }
        return encoders;
    }

    public List<Element> soundEncoders() {
        return bin.getElementsRecursive().stream()
                .filter(element -> isEncoderOf(element, "Audio"))
                .toList();
    }

    /** Returns the names of the encoders, for the statistics. */
    public String encoderNames() {
        List<Element> all =
                Stream.concat(encoders().stream(), soundEncoders().stream()).toList();
        return all.isEmpty()
                ? "none"
                : all.stream()
                        .map(encoder -> encoder.getFactory().getName())
                        .distinct()
                        .collect(Collectors.joining("+"));
    }

    /** H.264 and H.265 encoders refuse odd sizes of 4:2:0, but only once they run. */
    public boolean needsEvenSize() {
        return writes(EVEN_ONLY);
    }

    /** Theora and VP8 do not store a colour matrix; players decode them as BT.601. */
    public boolean isUntagged() {
        return writes(UNTAGGED);
    }

    /**
     * Returns whether an encoder writes JPEG or a relative of it. Decoders take those for BT.601 in full range,
     * whatever their size.
     */
    public boolean isFullRange() {
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
