package io.github.stagerecorder.media;

/** The memory layout of a decoded picture. Rows start at the top and have no padding. */
public enum PixelLayout {
    /** The luma plane as it is in the file, one byte per pixel. */
    LUMA("format=yuv420p|yuv422p|yuv444p|yuvj420p|yuvj422p|yuvj444p,extractplanes=y", "gray"),
    /**
     * Red, green and blue, converted with the file's own colour matrix and range, or with BT.601 if the file declares
     * none.
     */
    RGB("scale=flags=bicubic+accurate_rnd+full_chroma_int,format=rgb24", "rgb24"),
    /** A luma plane, followed by both chroma planes at half the size. */
    YUV420("format=yuv420p", "yuv420p");

    final String filter;
    final String ffmpegName;

    PixelLayout(String filter, String ffmpegName) {
        this.filter = filter;
        this.ffmpegName = ffmpegName;
    }

    /** Returns the size of one picture. */
    public int sizeBytes(int widthPx, int heightPx) {
        int lumaBytes = widthPx * heightPx;
        return switch (this) {
            case LUMA -> lumaBytes;
            case RGB -> 3 * lumaBytes;
            case YUV420 -> lumaBytes + 2 * ((widthPx + 1) / 2) * ((heightPx + 1) / 2);
        };
    }
}
