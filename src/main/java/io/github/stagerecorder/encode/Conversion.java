package io.github.stagerecorder.encode;

import io.github.stagerecorder.encode.EncodeException.Reason;
import io.github.stagerecorder.frame.PixelFormat;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How what the slots hold becomes what the bin takes. It follows from the two, with the least work; a way that the
 * user insists on must be able to serve.
 *
 * <p>{@code videoconvert} reads bottom-up rows through a negative stride, at no cost. It would hand such a buffer on
 * untouched if the next element took its format, and not every element survives that; so the output format is always
 * pinned to one that forces the conversion.
 *
 * @param source what the slots hold
 * @param bottomUp whether they hold the lowest row first
 * @param format what the bin gets
 * @param colorimetry of the bin's input, in GStreamer's words
 */
record Conversion(Way way, PixelFormat source, boolean bottomUp, String format, String colorimetry) {
    /** Both of our own ways and videoconvert make one chroma sample in the middle of four pixels. */
    private static final String SUBSAMPLED_CAPS = ",chroma-site=jpeg";

    /**
     * What is best read for the bin, and its way. Nobody has asked the GPU for planes yet, unless the user has.
     *
     * @param preferred the order of RGB that is read fastest
     * @throws EncodeException if the bin takes no raw video of ours, or not by the way that the user insists on
     */
    static Conversion choose(EncoderBin bin, EncoderSettings settings, PixelFormat preferred, int heightPx) {
        InputFormat input = InputFormat.of(bin, settings.pixelFormat(), heightPx);
        PixelFormat own = ours(input.name()).orElse(preferred);
        boolean planesRead = settings.way() == Way.AS_READ && own.isPlanar();
        PixelFormat source = own.isPlanar() && !planesRead ? preferred : own;
        return of(source, !planesRead, input, settings.way(), bin.description());
    }

    /** The same for slots that hold something else. @throws EncodeException if no way, or not the forced one, serves */
    Conversion reading(PixelFormat newSource, boolean newBottomUp, Way forced, String description) {
        return of(newSource, newBottomUp, new InputFormat(format, colorimetry), forced, description);
    }

    private static Conversion of(
            PixelFormat source, boolean bottomUp, InputFormat input, Way forced, String description) {
        String format = input.name();
        Way way = forced != null ? forced : leastWork(source, bottomUp, format);
        if (!serves(way, source, bottomUp, format) || forced == Way.AS_READ && !source.isPlanar()) {
            throw new EncodeException(
                    Reason.DESCRIPTION,
                    "the conversion " + way
                            + " cannot serve: the stage is read as " + source.capsName()
                            + (bottomUp ? ", bottom-up" : "")
                            + ", and \"" + description + "\" is to have " + format);
        }
        return new Conversion(way, source, bottomUp, format, input.colorimetry());
    }

    private static Way leastWork(PixelFormat source, boolean bottomUp, String format) {
        return Stream.of(Way.AS_READ, Way.VIDEOFLIP, Way.KERNEL)
                .filter(way -> serves(way, source, bottomUp, format))
                .findFirst()
                .orElse(Way.VIDEOCONVERT);
    }

    private static boolean serves(Way way, PixelFormat source, boolean bottomUp, String format) {
        boolean same = source.capsName().equals(format);
        return switch (way) {
            case AS_READ -> same && !bottomUp;
            case VIDEOFLIP -> same && bottomUp;
            case KERNEL ->
                !source.isPlanar()
                        && bottomUp
                        && ours(format).filter(PixelFormat::isPlanar).isPresent();
            case VIDEOCONVERT -> !source.isPlanar() && !same;
        };
    }

    private static Optional<PixelFormat> ours(String format) {
        return Stream.of(PixelFormat.values())
                .filter(own -> own.capsName().equals(format))
                .findFirst();
    }

    /** The planes that the bin is to have, if it is to have such. */
    Optional<PixelFormat> planes() {
        return ours(format).filter(PixelFormat::isPlanar);
    }

    /** What appsrc pushes: what the slots hold, or what the kernel has made of it. */
    PixelFormat pushed() {
        return way == Way.KERNEL ? ours(format).orElseThrow() : source;
    }

    /** The caps of the pixels behind appsrc. The stage is sRGB, in full range. */
    String pushedCaps() {
        return caps(pushed().capsName(), pushed().isPlanar() ? colorimetry : "sRGB");
    }

    /** The caps of what the bin gets. */
    String outputCaps() {
        return caps(format, colorimetry);
    }

    private static String caps(String format, String colorimetry) {
        boolean subsampled = ours(format).filter(PixelFormat::isPlanar).isPresent();
        return "video/x-raw,format=" + format + ",colorimetry=" + colorimetry + (subsampled ? SUBSAMPLED_CAPS : "");
    }
}
