package io.github.stagerecorder.media;

/** How a decoded picture lies in memory: rows from the top, without padding. */
public enum PixelLayout {
    /** The luma plane as the file has it, a byte a pixel. */
    LUMA("format=yuv420p|yuv422p|yuv444p|yuvj420p|yuvj422p|yuvj444p,extractplanes=y", "gray"),
    /** Red, green, blue, converted by the file's own colour matrix and range; BT.601 where the file tells none. */
    RGB("scale=flags=bicubic+accurate_rnd+full_chroma_int,format=rgb24", "rgb24"),
    /** A luma plane, then both chroma planes at half the size. */
    YUV420("format=yuv420p", "yuv420p");

    final String filter;
    final String ffmpegName;

    PixelLayout(String filter, String ffmpegName) {
        this.filter = filter;
        this.ffmpegName = ffmpegName;
    }

    /** What one picture takes. */
    public int sizeBytes(int widthPx, int heightPx) {
        int lumaBytes = widthPx * heightPx;
        return switch (this) {
            case LUMA -> lumaBytes;
            case RGB -> 3 * lumaBytes;
            case YUV420 -> lumaBytes + 2 * ((widthPx + 1) / 2) * ((heightPx + 1) / 2);
        };
    }
}
