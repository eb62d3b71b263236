package io.github.stagerecorder.jni;

/**
 * Converting a slot's pixels into another slot's I420 or NV12, in {@code native/core/sr_convert.h}. Any thread.
 * Handles are addresses; nothing is checked.
 */
public final class ConvertNative {
    /** This level of {@link #convert} is portable C. All levels have the same results. */
    public static final int SCALAR = 0;

    /** This level converts 16 pixels at a time. */
    public static final int SSE2 = 1;

    /** This level converts 32 pixels at a time. */
    public static final int AVX2 = 2;

    private ConvertNative() {}

    /** @return the fastest level that this processor has; those above it crash */
    public static native int bestLevel();

    /** @return the size of a frame in GStreamer's default layout, which a buffer without a video meta must have */
    public static native long frameBytes(int widthPx, int heightPx, boolean nv12);

    /**
     * Converts the pixels of one slot, the lowest row first, into the planes of another, the highest row first: what the
     * words of both tell. They are equally large, and the caller holds both.
     *
     * @param matrix an {@code sr_matrix}
     * @param range an {@code sr_range}
     * @param level at most {@link #bestLevel}
     */
    public static native void convert(long sourceSlot, long planesSlot, int matrix, int range, int level);
}
