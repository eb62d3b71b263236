package io.github.stagerecorder.gstreamer;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.freedesktop.gstreamer.ElementFactory;

/** Knows the Debian packages of elements that are often used in recordings. */
final class DebianPackages {
    private static final Map<String, Set<String>> ELEMENTS = Map.of(
            "gstreamer1.0-plugins-base",
            words("theoraenc oggmux vorbisenc opusenc appsrc appsink videorate videoconvert videoscale videotestsrc"
                    + " audioconvert audiorate audioresample audiotestsrc compositor encodebin tcpserversink"),
            "gstreamer1.0-plugins-good",
            words("vp8enc vp9enc webmmux matroskamux mp4mux qtmux avimux flvmux splitmuxsink multifilesink flacenc"
                    + " wavenc lamemp3enc pngenc jpegenc y4menc videoflip videobox videocrop videobalance deinterlace"
                    + " rtph264pay rtpvp8pay rtpmp4gpay rtpbin udpsink v4l2sink autovideosink pulsesrc pulsesink"),
            "gstreamer1.0-plugins-bad",
            words("openh264enc x265enc av1enc svtav1enc mpeg2enc mpegtsmux h264parse h265parse av1parse webpenc"
                    + " openjpegenc pnmenc fdkaacenc voaacenc nvh264enc nvh265enc vah264enc vah265enc rtmpsink"
                    + " rtmp2sink srtsink hlssink hlssink2 kmssink"),
            "gstreamer1.0-plugins-ugly",
            words("x264enc asfdemux rmdemux"),
            "gstreamer1.0-libav",
            words("avenc_mpeg4 avenc_ffv1 avenc_prores_ks avenc_mjpeg avenc_aac avmux_mpeg"),
            "gstreamer1.0-vaapi",
            words("vaapih264enc vaapih265enc vaapivp8enc vaapijpegenc"),
            "gstreamer1.0-alsa",
            words("alsasrc alsasink"),
            "gstreamer1.0-x",
            words("ximagesink xvimagesink textoverlay timeoverlay clockoverlay"),
            "gstreamer1.0-rtsp",
            words("rtspclientsink"),
            "gstreamer1.0-gl",
            words("glupload gldownload glcolorconvert"));

    private static final String LIBAV = "gstreamer1.0-libav";

    private DebianPackages() {}

    private static Set<String> words(String text) {
        return Arrays.stream(text.split(" ")).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Returns " (Debian: ...)" with the command that installs the package of a missing element, in the words of this
     * system; or nothing if the package is unknown or installed.
     */
    static String hint(String element) {
        return packageOf(element)
                .filter(name -> !isInstalled(name))
                .map(name -> " (" + PackageManager.ofThisSystem().install(name) + ")")
                .orElse("");
    }

    /**
     * Returns what to do about a missing element that each version of its package has, where other elements of the
     * package are there; or nothing.
     */
    static String brokenHint(String element) {
        return packageOf(element)
                .filter(DebianPackages::isInstalled)
                .map(name -> ", though others of its package are: install that again ("
                        + PackageManager.ofThisSystem().install(name)
                        + "), or ask gst-inspect-1.0 --print-blacklist which plugins do not load")
                .orElse("");
    }

    static Optional<String> packageOf(String element) {
        return ELEMENTS.entrySet().stream()
                .filter(entry -> entry.getValue().contains(element))
                .map(Map.Entry::getKey)
                .findFirst()
                .or(() -> Optional.of(LIBAV).filter(name -> element.startsWith("avenc_")));
    }

    /** Returns whether any element of the package exists. Not every version of a package has all its elements. */
    private static boolean isInstalled(String name) {
        return ELEMENTS.get(name).stream().anyMatch(DebianPackages::isThere);
    }

    static boolean isThere(String element) {
        try {
            return ElementFactory.find(element) != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Returns all elements that are known here. */
    static List<String> elements() {
        return ELEMENTS.values().stream().flatMap(Set::stream).sorted().toList();
    }

    /** Returns all packages that are known here. */
    static Set<String> packages() {
        return ELEMENTS.keySet();
    }
}
