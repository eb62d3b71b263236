package io.github.stagerecorder.settings;

/** What the bytes of a slot are, by the names that GL and GStreamer give to the same bytes. */
public enum PixelFormat {
    /** GL_BGRA and GST_VIDEO_FORMAT_BGRx, 4 bytes a pixel. */
    BGRX("BGRx", 8, 0x80E1),
    /** GL_RGBA and GST_VIDEO_FORMAT_RGBx, 4 bytes a pixel. */
    RGBX("RGBx", 7, 0x1908),
    /** Three planes: luma, and both chroma at half the width and height. */
    I420("I420", 2, 0),
    /** Two planes: luma, and chroma in pairs at half the width and height. */
    NV12("NV12", 23, 0);

    public static final int BYTES_PER_PIXEL = 4; // of those that are not planar

    private final String capsName;
    private final int gstFormat;
    private final int glFormat;

    PixelFormat(String capsName, int gstFormat, int glFormat) {
        this.capsName = capsName;
        this.gstFormat = gstFormat;
        this.glFormat = glFormat;
    }

    /** The format in GStreamer's caps. */
    public String capsName() {
        return capsName;
    }

    /** The number in the enumeration GstVideoFormat. */
    public int gstFormat() {
        return gstFormat;
    }

    /** The format argument of glReadPixels; 0 where that knows no such format. */
    public int glFormat() {
        return glFormat;
    }

    /** Whether luma and chroma lie apart. */
    public boolean isPlanar() {
        return glFormat == 0;
    }

    /** Of a whole picture, without padding at its end; rows and planes as GstVideoInfo lays them out by default. */
    public long sizeBytes(int widthPx, int heightPx) {
        long lumaBytes = even(heightPx) * fourfold(widthPx);
        long chromaRows = even(heightPx) / 2;
        return switch (this) {
            case BGRX, RGBX -> (long) widthPx * BYTES_PER_PIXEL * heightPx;
            case I420 -> lumaBytes + 2 * chromaRows * fourfold(even(widthPx) / 2);
            case NV12 -> lumaBytes + chromaRows * fourfold(widthPx);
        };
    }

    private static long even(long value) {
        return (value + 1) / 2 * 2;
    }

    private static long fourfold(long value) {
        return (value + 3) / 4 * 4;
    }
}
