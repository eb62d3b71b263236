package io.github.stagerecorder.fuzz;

import java.util.Random;

/**
 * Generates pipeline descriptions from a grammar of harmless elements: none of them writes a file or opens a socket.
 * Most descriptions make some sense, some make none, and some have broken syntax.
 *
 * <p>The grammar leaves out what crashes GStreamer 1.22 on its own, without StageRecorder in the process: {@code
 * x264enc} behind a tee with an option-string that x264 does not accept, and references that form a circle, as in
 * {@code tee t. ! identity t. ! queue ! tee name=t}. It also has no sink that plays in real time: at one frame per
 * hour, closing would take hours.
 */
final class RandomDescription {
    private static final String[] FILTERS = {
        "videoconvert",
        "videoscale",
        "videorate",
        "videoflip video-direction=%d",
        "identity",
        "queue",
        "tee",
        "queue max-size-buffers=%d leaky=%d",
        "identity error-after=%d",
        "identity eos-after=%d",
        "videocrop left=%d top=%d",
        "identity drop-probability=0.%d",
        "videobox left=-%d right=%d",
        "videobalance hue=%d",
        "gamma gamma=%d",
        "valve",
        "alpha method=%d",
        "deinterlace",
        "edgetv",
        "volume",
        "audioconvert",
        "nosuchelement",
        "agingtv",
        "videomedian",
        "aspectratiocrop aspect-ratio=%d/%d",
        "clockoverlay text=%s",
        "timeoverlay",
        "bin",
        "multiqueue",
    };
    private static final String[] ENCODERS = {
        "theoraenc",
        "theoraenc quality=%d",
        "x264enc",
        "x264enc pass=qual quantizer=%d",
        "x264enc tune=zerolatency",
        "x264enc bframes=%d rc-lookahead=%d key-int-max=%d",
        "vp8enc deadline=1",
        "vp8enc deadline=1 threads=%d lag-in-frames=%d",
        "vp9enc deadline=1 cpu-used=8",
        "openh264enc",
        "jpegenc quality=%d",
        "pngenc",
        "avenc_mpeg4 bitrate=%d",
        "avenc_ffv1",
        "avenc_mjpeg",
        "y4menc",
        "vorbisenc",
        "opusenc",
        "avenc_flv",
        "openh264enc gop-size=%d qp-max=%d",
        "h264parse",
        "theoraparse",
        "jpegparse",
        "vp8dec",
        "rawvideoparse",
    };
    private static final String[] MUXERS = {
        "oggmux",
        "matroskamux",
        "webmmux",
        "mp4mux",
        "qtmux",
        "avimux",
        "mpegtsmux",
        "flvmux",
        "multipartmux",
        "gdppay",
        "mp4mux fragment-duration=%d",
        "matroskamux streamable=%s",
        "qtmux fragment-duration=%d fragment-mode=%d",
        "oggmux max-delay=%d",
        "fakesink",
        "fakesink silent=%s",
        "identity",
        "appsink sync=false",
        "tee ! fakesink",
    };
    private static final String[] WORKING = {
        "theoraenc ! oggmux",
        "videorate ! theoraenc ! oggmux",
        "x264enc speed-preset=1 ! matroskamux",
        "jpegenc ! avimux",
        "vp8enc deadline=1 ! webmmux",
        "avenc_ffv1 ! matroskamux",
        "y4menc",
        "queue ! x264enc ! h264parse ! mp4mux",
        "videoflip method=%d ! jpegenc ! matroskamux",
        "x264enc tune=zerolatency ! fakesink",
        "gdppay",
        "pngenc ! fakesink",
    };
    private static final String[] CAPS = {
        "video/x-raw", "video/x-raw,format=%s", "video/x-raw,width=%d,height=%d", "video/x-raw,framerate=%d/%d",
        "audio/x-raw", "video/x-raw(memory:GLMemory)", "image/jpeg", "video/x-raw,format={I420,NV12}",
        "video/x-raw,width=[1,%d]", "ANY",
    };
    private static final String[] WORDS = {
        "I420",
        "NV12",
        "BGRx",
        "RGBA",
        "true",
        "false",
        "\"\"",
        "größe",
        "視頻",
        "\uD83C\uDFAC",
        "''",
        "\"a b\"",
        "NONE",
        "-1",
        "99999999999999999999",
        "1e400",
        "NaN",
        "%s%n",
        "(int)5",
        "[1,2]",
        "{a,b}",
        "\\",
        "$(id)",
        "0x7fffffff",
    };
    private static final String SIGNS = "!!!\"'()[]{}<>=,;:\\ \n\t\0%@|&#+-?*~`^$/0aZ\u00e9\u8996\uD83C\uFFFF\u202E";

    private final Random random;

    RandomDescription(Random random) {
        this.random = random;
    }

    String next() {
        String description = random.nextInt(3) == 0 ? filled(oneOf(WORKING)) : sequence();
        while (random.nextInt(5) == 0) {
            description = broken(description);
        }
        return description;
    }

    private String sequence() {
        StringBuilder text = new StringBuilder();
        for (int filters = random.nextInt(4); filters > 0; filters--) {
            text.append(filter()).append(" ! ");
        }
        if (random.nextInt(10) != 0) {
            text.append(filled(oneOf(ENCODERS)));
        }
        if (random.nextInt(6) != 0) {
            text.append(" ! ").append(filled(oneOf(MUXERS)));
        }
        return text.toString();
    }

    private String filter() {
        return switch (random.nextInt(8)) {
            case 0 -> "capsfilter caps=\"" + filled(oneOf(CAPS)) + "\"";
            case 1 -> filled(oneOf(CAPS));
            case 2 -> "( " + filled(oneOf(FILTERS)) + " )";
            case 3 -> filled(oneOf(FILTERS)) + " name=" + oneOf(WORDS) + " " + oneOf(WORDS) + "=" + oneOf(WORDS);
            case 4 -> branch();
            default -> filled(oneOf(FILTERS));
        };
    }

    /** The branch needs a unique name, because a second tee of the same name would make a loop. */
    private String branch() {
        String name = "t" + random.nextInt(1_000_000);
        return "tee name=" + name + " " + name + ". ! " + filled(oneOf(FILTERS)) + " " + name + ". ! queue";
    }

    private String filled(String template) {
        String text = template;
        while (text.contains("%d")) {
            text = text.replaceFirst("%d", Integer.toString(number()));
        }
        return text.replace("%s", random.nextInt(3) == 0 ? oneOf(WORDS) : "true");
    }

    /** Small, so that no element needs more memory or time than a test has. */
    private int number() {
        return random.nextInt(4) == 0 ? -random.nextInt(100) : random.nextInt(60);
    }

    private String oneOf(String[] choices) {
        return choices[random.nextInt(choices.length)];
    }

    private String broken(String description) {
        int at = random.nextInt(description.length() + 1);
        int end = Math.min(description.length(), at + random.nextInt(6));
        String sign = String.valueOf(SIGNS.charAt(random.nextInt(SIGNS.length())));
        return switch (random.nextInt(4)) {
            case 0 -> description.substring(0, at) + sign + description.substring(at);
            case 1 -> description.substring(0, at) + description.substring(end);
            case 2 -> description.substring(0, at) + sign.repeat(random.nextInt(200)) + description.substring(end);
            default -> description.substring(0, at) + " ! " + description;
        };
    }
}
