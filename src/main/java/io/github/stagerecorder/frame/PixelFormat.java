package io.github.stagerecorder.frame;

/** The pixels of a slot, 4 bytes each, by the names that GL and GStreamer give to the same bytes. */
public enum PixelFormat {
    /** GL_BGRA and GST_VIDEO_FORMAT_BGRx. */
    BGRX("BGRx", 0x80E1, 8),
    /** GL_RGBA and GST_VIDEO_FORMAT_RGBx. */
    RGBX("RGBx", 0x1908, 7);

    public static final int BYTES_PER_PIXEL = 4;

    private final String capsName;
    private final int glFormat;
    private final int gstFormat;

    PixelFormat(String capsName, int glFormat, int gstFormat) {
        this.capsName = capsName;
        this.glFormat = glFormat;
        this.gstFormat = gstFormat;
    }

    /** The format in GStreamer's caps. */
    public String capsName() {
        return capsName;
    }

    /** The format argument of glReadPixels. */
    public int glFormat() {
        return glFormat;
    }

    /** The number in the enumeration GstVideoFormat. */
    public int gstFormat() {
        return gstFormat;
    }
}
