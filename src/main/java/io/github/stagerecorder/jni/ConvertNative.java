package io.github.stagerecorder.jni;

/**
 * Converts the pixels of one slot into I420 or NV12 in another slot, with {@code native/core/sr_convert.h}. Any thread
 * may use it. Handles are addresses, and nothing is checked.
 */
public final class ConvertNative {
    /** This level of {@link #convert} is portable C. All levels have the same results. */
    public static final int SCALAR = 0;

    /** This level converts 16 pixels at a time. */
    public static final int SSE2 = 1;

    /** This level converts 32 pixels at a time. */
    public static final int AVX2 = 2;

    /** This level converts 16 pixels at a time, on AArch64. */
    public static final int NEON = 3;

    private ConvertNative() {}

    /** @return the fastest level that this processor supports; on x86-64 the lower ones work too, and on AArch64 SCALAR */
    public static native int bestLevel();

    /** @return the size of a frame in GStreamer's default layout, which a buffer without a video meta must have */
    public static native long frameBytes(int widthPx, int heightPx, boolean nv12);

    /**
     * Converts the pixels of one slot, the lowest row first, into the planes of another slot, the highest row first.
     * The shared parts of both slots give the formats and sizes. Both pictures have the same size, and the caller holds
     * both slots.
     *
     * @param matrix an {@code sr_matrix}
     * @param range an {@code sr_range}
     * @param level one that this processor supports
     */
    public static native void convert(long sourceSlot, long planesSlot, int matrix, int range, int level);
}
