package io.github.stagerecorder;

import io.github.stagerecorder.encode.Way;

/** What turns the stage's pixels into the planes that an encoder takes. */
public enum Convert {
    /** Whatever is the least work here. */
    AUTO(null),

    /** The GPU, before the frame is read: planes are read back. */
    SHADER(Way.AS_READ),

    /** This library, on its own thread. */
    KERNEL(Way.KERNEL),

    /** GStreamer's element of that name. */
    VIDEOCONVERT(Way.VIDEOCONVERT);

    private final Way way;

    Convert(Way way) {
        this.way = way;
    }

    /** Null for AUTO. */
    Way way() {
        return way;
    }
}
