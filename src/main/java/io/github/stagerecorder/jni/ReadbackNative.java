package io.github.stagerecorder.jni;

/**
 * Reading back, in {@code native/gl}: {@code sr_transfer.h}, {@code sr_readback.h} and {@code sr_framebuffer.h}. Render thread only.
 */
public final class ReadbackNative {
    /** What {@link #begin} returns: the read has begun. */
    public static final int OK = 0;

    /** Another GL context is current than the one resolved; GL was not called. */
    public static final int OTHER_CONTEXT = 1;

    /** Another framebuffer is bound than the one inspected; nothing was read. */
    public static final int OTHER_FRAMEBUFFER = 2;

    /** The driver could not make what was to be read; nothing was read. */
    public static final int FAILED = 3;

    /** What {@link #poll} returns: the pixels are in the slot. */
    public static final int DONE = 0;

    /** The GPU has not come to it yet, or another context is current. */
    public static final int PENDING = 1;

    /** The driver failed: the pixels will not come. */
    public static final int LOST = 2;

    private ReadbackNative() {}

    /**
     * @param selection an {@code sr_selection_kind}: which framebuffer is read from here on
     * @param framebuffer its name, where it is chosen by name
     * @return the entry points of the current context, to be released; 0 when none is current
     */
    public static native long resolve(int selection, int framebuffer);

    public static native void release(long gl);

    public static native boolean isCurrent(long gl);

    /** @return 1 for GLES, the major and the minor version */
    public static native int[] version(long gl);

    /** @return whether glReadPixels knows GL_BGRA */
    public static native boolean readsBgra(long gl);

    /** @return whether rows can be read into a wider picture (not in GLES 2) */
    public static native boolean hasRowLength(long gl);

    /** @return the framebuffer that is bound for reading */
    public static native int framebufferName(long gl);

    /** @return the members of {@code sr_framebuffer}, in order */
    public static native int[] inspect(long gl);

    /** @return the largest width and height the driver can render */
    public static native int[] limits(long gl);

    /**
     * @param format an {@code sr_format_id}
     * @param source an {@code sr_source_kind}
     * @param matrix an {@code sr_matrix}, for planes
     * @param range an {@code sr_range}, for planes
     * @return a reader for framebuffers like the one that is bound for reading, to be closed; 0 when the driver cannot
     *     make it
     */
    public static native long openReader(
            long gl,
            int xPx,
            int yPx,
            int widthPx,
            int heightPx,
            int pictureWidthPx,
            int pictureHeightPx,
            int format,
            int source,
            int matrix,
            int range);

    public static native void closeReader(long reader);

    /** @param strategy an {@code sr_strategy} */
    public static native boolean supports(long gl, int strategy);

    /** @return whether slots for this {@code sr_strategy} must be made without memory */
    public static native boolean usesDriverMemory(int strategy);

    /** @return the slot's way from the GPU, to be closed; 0 when there is no memory */
    public static native long openTransfer(long gl, int strategy, long slot, long sizeBytes);

    public static native void closeTransfer(long transfer);

    /** @return a watch over the selected framebuffer, to be closed; 0 when there is no memory */
    public static native long openWatch(long gl);

    public static native void closeWatch(long watch);

    /**
     * Looks at the selected framebuffer: {@link #begin} reads from it while it stays as it is.
     *
     * @param members receives what {@link #inspect} returns
     */
    public static native void look(long watch, int[] members);

    /**
     * Reads from the framebuffer that is watched, if it is what it was at the last {@link #look}.
     *
     * @return {@link #OK}, or why nothing has begun
     */
    public static native int begin(long transfer, long reader, long watch);

    /**
     * The same from x, y in the framebuffer to where the tile lies in the frame's picture.
     *
     * @return {@link #OK}, or why nothing has begun
     */
    public static native int beginTile(
            long transfer,
            int framebuffer,
            int xPx,
            int yPx,
            int widthPx,
            int heightPx,
            int atXPx,
            int atYPx,
            int frameWidthPx,
            int frameHeightPx,
            int pictureWidthPx,
            int pictureHeightPx,
            int format);

    /** @return {@link #DONE}, {@link #PENDING} or {@link #LOST} */
    public static native int poll(long transfer, long timeoutNs);
}
