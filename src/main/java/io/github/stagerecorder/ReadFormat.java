package io.github.stagerecorder;

import io.github.stagerecorder.settings.PixelFormat;

/** The order of the channels in which pixels are read. The names are GStreamer's. */
public enum ReadFormat {
    /** Blue, green, red, and an unused byte. */
    BGRX(PixelFormat.BGRX),
    /** Red, green, blue, and an unused byte. */
    RGBX(PixelFormat.RGBX);

    private final PixelFormat pixelFormat;

    ReadFormat(PixelFormat pixelFormat) {
        this.pixelFormat = pixelFormat;
    }

    PixelFormat pixelFormat() {
        return pixelFormat;
    }
}
