package io.github.stagerecorder.settings;

/**
 * What the bytes of a slot are. Their numbers in GL and GStreamer are in {@code native/core/sr_format.c}, in the
 * same order.
 */
public enum PixelFormat {
    /** GL_BGRA and GST_VIDEO_FORMAT_BGRx, 4 bytes a pixel. */
    BGRX("BGRx", 4),
    /** GL_RGBA and GST_VIDEO_FORMAT_RGBx, 4 bytes a pixel. */
    RGBX("RGBx", 4),
    /** Three planes: luma, and both chroma at half the width and height. */
    I420("I420", 0),
    /** Two planes: luma, and chroma in pairs at half the width and height. */
    NV12("NV12", 0);

    private final String capsName;
    private final int bytesPerPixel; // 0 where luma and chroma lie apart

    PixelFormat(String capsName, int bytesPerPixel) {
        this.capsName = capsName;
        this.bytesPerPixel = bytesPerPixel;
    }

    /** Returns the format's name in GStreamer's caps. */
    public String capsName() {
        return capsName;
    }

    /** Returns whether luma and chroma lie apart. */
    public boolean isPlanar() {
        return bytesPerPixel == 0;
    }

    /** Of a whole picture, without padding at its end; rows and planes as GstVideoInfo lays them out by default. */
    public long sizeBytes(int widthPx, int heightPx) {
        long lumaBytes = even(heightPx) * fourfold(widthPx);
        long chromaRows = even(heightPx) / 2;
        return switch (this) {
            case BGRX, RGBX -> (long) widthPx * bytesPerPixel * heightPx;
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
