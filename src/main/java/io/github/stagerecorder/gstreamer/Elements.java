package io.github.stagerecorder.gstreamer;

import io.github.stagerecorder.FailureKind;
import io.github.stagerecorder.RecordingException;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.freedesktop.gstreamer.Bin;
import org.freedesktop.gstreamer.Caps;
import org.freedesktop.gstreamer.Element;
import org.freedesktop.gstreamer.ElementFactory;
import org.freedesktop.gstreamer.GstObject;
import org.freedesktop.gstreamer.Pad;

/** Makes elements, reports which are not installed, and disposes of them. */
public final class Elements {
    /** Every recording needs these, whatever its description. */
    private static final List<String> ALWAYS = List.of("appsrc", "videoconvert", "videoscale", "capsfilter");

    private Elements() {}

    /** @throws RecordingException if an element that every recording needs is not installed */
    static void requireAlways() {
        for (String factory : ALWAYS) {
            require(factory);
        }
    }

    /** A GStreamer looks for its plugins beside itself, so another one than that of the system may have none. */
    private static void require(String factory) {
        try {
            ElementFactory.find(factory);
        } catch (IllegalArgumentException e) {
            throw new RecordingException(
                    FailureKind.UNAVAILABLE,
                    missing(factory) + DebianPackages.brokenHint(factory) + "; GStreamer was found "
                            + GStreamerLibraries.where(),
                    e);
        }
    }

    /** @throws RecordingException if the element is not installed */
    public static Element make(String factory) {
        try {
            return ElementFactory.make(factory, null);
        } catch (IllegalArgumentException e) {
            throw new RecordingException(FailureKind.MISSING_ELEMENT, missing(factory), e);
        }
    }

    /** @throws RecordingException if the element, which another one makes for itself, is not installed */
    public static void requireInstalled(String factory) {
        try {
            ElementFactory.find(factory);
        } catch (IllegalArgumentException e) {
            throw new RecordingException(FailureKind.MISSING_ELEMENT, missing(factory), e);
        }
    }

    public static Element caps(String caps) {
        Element filter = make("capsfilter");
        filter.setCaps(Caps.fromString(caps));
        return filter;
    }

    public static boolean isSink(GstObject source) {
        return source instanceof Element element
                && element.getFactory().getKlass().contains("Sink");
    }

    /** Returns the name that the user gave it, or its factory's where GStreamer has made one up by counting. */
    public static String name(GstObject object) {
        String name = object.getName();
        String factory =
                object instanceof Element element ? element.getFactory().getName() : name;
        return name.matches(Pattern.quote(factory) + "\\d+") ? factory : name;
    }

    public static boolean isOfFactory(Element element, String factoryName) {
        return element.getFactory().getName().equals(factoryName);
    }

    private static String missing(String factory) {
        return "the GStreamer element " + factory + " is not installed" + DebianPackages.hint(factory);
    }

    /**
     * Disposes of a bin and its elements and pads at once, because garbage collection may be late and an encoder is
     * large. The bin must be in the NULL state.
     */
    public static void dispose(Bin bin) {
        for (Element element : bin.getElementsRecursive()) {
            element.getPads().forEach(Pad::dispose);
            element.dispose();
        }
        bin.getPads().forEach(Pad::dispose);
        bin.dispose();
    }

    /** Runs what builds on a bin, and disposes of the bin if that fails. */
    public static <T> T buildingOn(Bin bin, Supplier<T> body) {
        try {
            return body.get();
        } catch (RuntimeException | Error e) {
            dispose(bin);
            throw e;
        }
    }
}
