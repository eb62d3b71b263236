package io.github.stagerecorder.jni;

/** Reading back, in {@code native/sr_readback.h} and {@code native/sr_framebuffer.h}. Render thread only. */
public final class ReadbackNative {
    /** What {@link #read} returns: the pixels are there. */
    public static final int OK = 0;

    /** Another GL context is current than the one resolved; GL was not called. */
    public static final int OTHER_CONTEXT = 1;

    /** Another framebuffer is bound than the one inspected; nothing was read. */
    public static final int OTHER_FRAMEBUFFER = 2;

    private ReadbackNative() {}

    /** @return the entry points of the current context, to be released; 0 when none is current */
    public static native long resolve();

    public static native void release(long gl);

    public static native boolean isCurrent(long gl);

    /** @return whether rows can be read into a wider picture (not in GLES 2) */
    public static native boolean hasRowLength(long gl);

    /** @return the members of {@code sr_framebuffer}, in order */
    public static native int[] inspect(long gl);

    /** @return the largest width and height the driver can render */
    public static native int[] limits(long gl);

    /**
     * @param format GL_BGRA or GL_RGBA
     * @param source an {@code sr_source_kind}
     * @return a reader of the framebuffer that is bound for reading, to be closed; 0 when the driver cannot make it
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
            int source);

    public static native void closeReader(long reader);

    public static native int read(long reader, long slot);
}
