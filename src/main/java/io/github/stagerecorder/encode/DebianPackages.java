package io.github.stagerecorder.encode;

import java.util.List;
import java.util.Map;

/** Names the Debian packages of the elements that recordings often use. */
final class DebianPackages {
    private static final Map<String, List<String>> ELEMENTS = Map.of(
            "gstreamer1.0-plugins-base",
            List.of(
                    "theoraenc",
                    "oggmux",
                    "videorate",
                    "videoconvert",
                    "videoscale",
                    "vorbisenc",
                    "opusenc",
                    "appsrc",
                    "videotestsrc",
                    "audioconvert",
                    "audioresample"),
            "gstreamer1.0-plugins-good",
            List.of(
                    "vp8enc",
                    "vp9enc",
                    "webmmux",
                    "matroskamux",
                    "mp4mux",
                    "qtmux",
                    "videoflip",
                    "videobox",
                    "pngenc",
                    "jpegenc",
                    "avimux",
                    "flvmux",
                    "multifilesink",
                    "rtph264pay",
                    "udpsink",
                    "splitmuxsink"),
            "gstreamer1.0-plugins-bad",
            List.of(
                    "openh264enc",
                    "x265enc",
                    "av1enc",
                    "svtav1enc",
                    "mpegtsmux",
                    "h264parse",
                    "h265parse",
                    "nvh264enc",
                    "vah264enc",
                    "rtmpsink",
                    "srtsink",
                    "hlssink"),
            "gstreamer1.0-plugins-ugly",
            List.of("x264enc"),
            "gstreamer1.0-libav",
            List.of("avenc_mpeg4", "avenc_ffv1", "avenc_h264_omx", "avenc_prores_ks", "avenc_mjpeg"),
            "gstreamer1.0-vaapi",
            List.of("vaapih264enc", "vaapih265enc", "vaapivp8enc"));

    private DebianPackages() {}

    /** Returns " (Debian: ...)" with the package of a missing element, or nothing if the package is not known. */
    static String hint(String element) {
        return ELEMENTS.entrySet().stream()
                .filter(entry -> entry.getValue().contains(element))
                .map(entry -> " (Debian: apt-get install " + entry.getKey() + ")")
                .findFirst()
                .orElse(element.startsWith("avenc_") ? " (Debian: apt-get install gstreamer1.0-libav)" : "");
    }
}
