package io.github.stagerecorder.encode;

import io.github.stagerecorder.FailureKind;
import io.github.stagerecorder.RecordingException;
import java.util.List;

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

    private InputChoice() {}

    /**
     * Chooses the format for a bin.
     *
     * @param wanted the format that the user has set, or null
     * @throws RecordingException if the bin does not take that format, or no format that the recorder can make
     */
    static InputFormat of(EncoderBin bin, String wanted, int heightPx) {
        if (wanted != null && !bin.accepts(wanted)) {
            throw new RecordingException(
                    FailureKind.DESCRIPTION,
                    "\"" + bin.description() + "\" does not take the pixel format " + wanted + " that was asked for");
        }
        String name = wanted != null ? wanted : firstAccepted(bin);
        return new InputFormat(name, colorimetry(bin, name, heightPx));
    }

    private static String firstAccepted(EncoderBin bin) {
        return PREFERENCE.stream()
                .filter(bin::accepts)
                .findFirst()
                .orElseThrow(() -> new RecordingException(
                        FailureKind.DESCRIPTION,
                        "\"" + bin.description()
                                + "\" takes no raw video that the recorder can make at its sink pad, but "
                                + bin.input().queryCaps(null)));
    }

    private static String colorimetry(EncoderBin bin, String format, int heightPx) {
        if (format.contains("RGB") || format.contains("BGR")) {
            return "sRGB";
        }
        return heightPx <= SD_HEIGHT_PX || bin.isUntagged() ? "bt601" : "bt709";
    }
}
