package io.github.stagerecorder.choice;

import io.github.stagerecorder.FailureKind;
import io.github.stagerecorder.RecordingException;
import io.github.stagerecorder.encode.Colorimetry;
import io.github.stagerecorder.encode.InputFormat;
import io.github.stagerecorder.pipeline.EncoderBin;
import io.github.stagerecorder.settings.Colour;
import io.github.stagerecorder.settings.Colour.Matrix;
import io.github.stagerecorder.settings.Colour.Range;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.freedesktop.gstreamer.Caps;

/** Asks a bin which formats it takes, and chooses one. */
final class InputChoice {
    /** The formats in order of preference: 4:2:0, which every player can play, comes first. */
    private static final List<String> PREFERENCE = List.of(
            "I420",
            "NV12",
            "BGRx",
            "RGBx",
            "YV12",
            "RGB",
            "BGR",
            "RGBA",
            "BGRA",
            "ARGB",
            "ABGR",
            "xRGB",
            "xBGR",
            "YUY2",
            "UYVY",
            "Y42B",
            "Y444",
            "I420_10LE",
            "P010_10LE",
            "GRAY8");

    /** Above this many rows, GStreamer also assumes BT.709 (gst_video_info_set_format). */
    private static final int SD_HEIGHT_PX = 576;

    private final EncoderBin bin;
    private final int heightPx;
    private final Caps accepted;

    private InputChoice(EncoderBin bin, int heightPx) {
        this.bin = bin;
        this.heightPx = heightPx;
        accepted = bin.input().queryCaps(null);
    }

    /**
     * Chooses the format for a bin.
     *
     * @param wanted the format that the user has set, or null
     * @throws RecordingException if the bin does not take that format, or no format that the recorder can make
     */
    static InputFormat of(EncoderBin bin, String wanted, int heightPx) {
        InputChoice choice = new InputChoice(bin, heightPx);
        return wanted == null ? choice.firstAccepted() : choice.wanted(wanted);
    }

    private InputFormat wanted(String format) {
        return inAcceptedColours(format)
                .orElseThrow(() -> new RecordingException(
                        FailureKind.DESCRIPTION,
                        "\"" + bin.description() + "\" does not take the pixel format " + format
                                + " that was asked for"));
    }

    private InputFormat firstAccepted() {
        return PREFERENCE.stream()
                .flatMap(format -> inAcceptedColours(format).stream())
                .findFirst()
                .orElseThrow(() -> new RecordingException(
                        FailureKind.DESCRIPTION,
                        "\"" + bin.description()
                                + "\" takes no raw video that the recorder can make at its sink pad, but "
                                + accepted
                                + remedy()));
    }

    private String remedy() {
        return accepts("video/x-raw") ? "; put videoconvert in front of it: videoconvert ! " + bin.description() : "";
    }

    private Optional<InputFormat> inAcceptedColours(String format) {
        return colorimetries(format)
                .map(colorimetry -> new InputFormat(format, colorimetry))
                .filter(input -> accepts(input.caps()))
                .findFirst();
    }

    private boolean accepts(String caps) {
        return !accepted.intersect(Caps.fromString(caps)).isEmpty();
    }

    private Stream<String> colorimetries(String format) {
        boolean hasNoMatrix = format.contains("RGB") || format.contains("BGR");
        return hasNoMatrix
                ? Stream.of(Colorimetry.SRGB)
                : colours(bin.isFullRange() || format.startsWith("GRAY"))
                        .flatMap(colour -> Colorimetry.of(colour).stream());
    }

    /**
     * Returns the colours in order of preference. The first is what decoders assume: an encoder whose caps do not name
     * colours accepts all of them.
     */
    private Stream<Colour> colours(boolean full) {
        Matrix matrix = heightPx <= SD_HEIGHT_PX || bin.isUntagged() || bin.isFullRange() ? Matrix.BT601 : Matrix.BT709;
        Matrix other = matrix == Matrix.BT601 ? Matrix.BT709 : Matrix.BT601;
        Range range = full ? Range.FULL : Range.LIMITED;
        Range otherRange = full ? Range.LIMITED : Range.FULL;
        return Stream.of(
                new Colour(matrix, range),
                new Colour(matrix, otherRange),
                new Colour(other, range),
                new Colour(other, otherRange));
    }
}
