package io.github.stagerecorder;

import io.github.stagerecorder.settings.PixelFormat;

/** The order of channels in which pixels are read; the names are GStreamer's. */
public enum ReadFormat {
    /** Blue, green, red, and a byte that is not used. */
    BGRX(PixelFormat.BGRX),
    /** Red, green, blue, and a byte that is not used. */
    RGBX(PixelFormat.RGBX);

    private final PixelFormat pixelFormat;

    ReadFormat(PixelFormat pixelFormat) {
        this.pixelFormat = pixelFormat;
    }

    PixelFormat pixelFormat() {
        return pixelFormat;
    }
}
