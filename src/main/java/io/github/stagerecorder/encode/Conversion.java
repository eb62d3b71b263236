package io.github.stagerecorder.encode;

import io.github.stagerecorder.encode.EncodeException.Reason;
import io.github.stagerecorder.frame.PixelFormat;
import java.util.List;

/**
 * How the stage's pixels become what the bin takes, and the right way up on the way.
 *
 * <p>Where the format changes, {@code videoconvert} reads the bottom-up rows through a negative stride, at no cost.
 * It would hand such a buffer on untouched if the next element took its format, and not every element survives that;
 * so the output format is always pinned to one that forces the conversion. Where the bin is to have the stage's own
 * format, {@code videoflip} turns the picture instead.
 *
 * @param source what is read from GL
 * @param format what the bin gets
 * @param flip whether the rows are turned by videoflip, with no change of format
 * @param colorimetry of the bin's input, in GStreamer's words
 */
record Conversion(PixelFormat source, String format, boolean flip, String colorimetry) {
    /** What an encoder is best given, first to last: 4:2:0, which every player opens, before the rest. */
    private static final List<String> PREFERENCE = List.of(
            "I420", "NV12", "BGRx", "RGBx", "YV12", "RGB", "BGR", "RGBA", "BGRA", "ARGB", "ABGR", "xRGB", "xBGR",
            "YUY2", "UYVY", "Y42B", "Y444", "I420_10LE", "P010_10LE", "GRAY8");

    /** Above this many rows GStreamer, too, takes video for BT.709 (gst_video_info_set_format). */
    private static final int SD_HEIGHT_PX = 576;

    /**
     * @param wanted the format that the user insists on, or null
     * @throws EncodeException if the bin takes no raw video that we can make
     */
    static Conversion choose(EncoderBin bin, String wanted, PixelFormat preferred, int heightPx) {
        String format = wanted != null ? requireAccepted(bin, wanted) : firstAccepted(bin);
        for (PixelFormat own : PixelFormat.values()) {
            if (!own.isPlanar() && own.capsName().equals(format)) {
                return new Conversion(own, format, true, "sRGB");
            }
        }
        return new Conversion(preferred, format, false, colorimetry(bin, format, heightPx));
    }

    private static String requireAccepted(EncoderBin bin, String wanted) {
        if (!bin.accepts(wanted)) {
            throw new EncodeException(Reason.DESCRIPTION,
                    "\"" + bin.description() + "\" does not take the pixel format " + wanted + " that was asked for");
        }
        return wanted;
    }

    private static String firstAccepted(EncoderBin bin) {
        return PREFERENCE.stream().filter(bin::accepts).findFirst().orElseThrow(() -> new EncodeException(
                Reason.DESCRIPTION, "\"" + bin.description() + "\" takes no raw video of ours at its sink pad, but "
                        + bin.bin().getStaticPad("sink").queryCaps(null)));
    }

    private static String colorimetry(EncoderBin bin, String format, int heightPx) {
        if (format.contains("RGB") || format.contains("BGR")) {
            return "sRGB";
        }
        return heightPx <= SD_HEIGHT_PX || bin.isUntagged() ? "bt601" : "bt709";
    }

    /** The caps that follow the conversion. */
    String outputCaps() {
        return "video/x-raw,format=" + format + ",colorimetry=" + colorimetry;
    }
}
