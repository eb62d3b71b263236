package io.github.stagerecorder.recording;

import java.nio.file.Path;
import java.util.Locale;

/** The containers that have presets, and the expected properties of their files. */
enum Container {
    OGG("ogg", "theora"),
    OGV("ogg", "theora"),
    WEBM("matroska,webm", "vp8"),
    MKV("matroska,webm", "h264"),
    MP4("mov,mp4,m4a,3gp,3g2,mj2", "h264"),
    MOV("mov,mp4,m4a,3gp,3g2,mj2", "h264");

    /** The name of the format in ffprobe. */
    final String format;

    /** The name of the codec in ffprobe. */
    final String codec;

    Container(String format, String codec) {
        this.format = format;
        this.codec = codec;
    }

    Path fileIn(Path folder) {
        return folder.resolve("stage." + name().toLowerCase(Locale.ROOT));
    }
}
