package io.github.stagerecorder.jni;

/**
 * Reads back with {@code sr_transfer.h}, {@code sr_readback.h} and {@code sr_framebuffer.h} in {@code native/gl}. Used
 * on the render thread.
 */
public final class ReadbackNative {
    /** {@link #begin} returns this if the read has begun. */
    public static final int OK = 0;

    /** {@link #begin} returns this if the resolved GL context is not current; GL was not called. */
    public static final int OTHER_CONTEXT = 1;

    /**
     * {@link #begin} returns this if the framebuffer is not the one that was inspected, if it has turned out to be
     * smaller than what was to be read, or if the driver did not copy it; the slot holds no frame.
     */
    public static final int OTHER_FRAMEBUFFER = 2;

    /** {@link #begin} returns this if the driver could not make the source; nothing was read. */
    public static final int FAILED = 3;

    /** {@link #poll} returns this if the pixels are in the slot. */
    public static final int DONE = 0;

    /** {@link #poll} returns this if the GPU has not finished the read, or another context is current. */
    public static final int PENDING = 1;

    /** {@link #poll} returns this if the driver failed; the pixels will not arrive. */
    public static final int LOST = 2;

    /** {@link #poll} returns this if not all that was to be read was there: see {@link #OTHER_FRAMEBUFFER}. */
    public static final int PARTIAL = 3;

    private ReadbackNative() {}

    /**
     * @param selection the framebuffer to read, an {@code sr_selection_kind}
     * @param framebuffer its name, if it is selected by name
     * @return the entry points of the current context, to be released; 0 if none is current
     */
    public static native long resolve(int selection, int framebuffer);

    /** @return why the resolved context cannot be used; null if it can. If it cannot, only release it. */
    public static native String obstacle(long gl);

    /**
     * Marks the context, which must be current, so that it is known even if its handle is given to another one.
     *
     * @return false if the context is lost
     */
    public static native boolean mark(long gl);

    /** The mark is removed if the context is current. */
    public static native void release(long gl);

    public static native boolean isCurrent(long gl);

    /** @return whether the context is certainly destroyed */
    public static native boolean isGone(long gl);

    /**
     * @return 1 for GLES or else 0, the major version, the minor version, and a hash of the driver's name and version
     */
    public static native int[] version(long gl);

    /** @return whether glReadPixels supports GL_BGRA */
    public static native boolean readsBgra(long gl);

    /** @return whether rows can be read into a wider picture (not in GLES 2) */
    public static native boolean hasRowLength(long gl);

    /** @return the name of the selected framebuffer */
    public static native int framebufferName(long gl);

    /** @return the members of {@code sr_framebuffer}, in order */
    public static native int[] inspect(long gl);

    /** @return the largest width and height that the driver can render */
    public static native int[] limits(long gl);

    /**
     * @param format an {@code sr_format_id}
     * @param source an {@code sr_source_kind}
     * @param matrix an {@code sr_matrix}, for planes
     * @param range an {@code sr_range}, for planes
     * @return a reader for framebuffers like the selected one, to be closed; 0 if the driver cannot make it
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

    /** @return whether slots for this {@code sr_strategy} must be created without memory */
    public static native boolean usesDriverMemory(int strategy);

    /** @return a transfer from the GPU into the slot, to be closed; 0 if there is no memory */
    public static native long openTransfer(long gl, int strategy, long slot, long sizeBytes);

    public static native void closeTransfer(long transfer);

    /** @return a watch on the selected framebuffer, to be closed; 0 if there is no memory */
    public static native long openWatch(long gl);

    public static native void closeWatch(long watch);

    /**
     * Inspects the selected framebuffer. {@link #begin} reads from it until it changes.
     *
     * @param members receives the values that {@link #inspect} returns
     */
    public static native void look(long watch, int[] members);

    /**
     * Begins to read from the watched framebuffer, unless it has changed since the last {@link #look}.
     *
     * @return {@link #OK}, or the reason why no read has begun
     */
    public static native int begin(long transfer, long reader, long watch);

    /**
     * Begins to read a tile at x, y in the framebuffer to its position in the frame's picture.
     *
     * @param first whether it is the first tile of the frame
     * @return {@link #OK}, or the reason why no read has begun
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
            int format,
            boolean first);

    /** @return {@link #DONE}, {@link #PENDING}, {@link #LOST} or {@link #PARTIAL} */
    public static native int poll(long transfer, long timeoutNs);
}
