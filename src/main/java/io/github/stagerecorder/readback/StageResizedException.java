package io.github.stagerecorder.readback;

/** The framebuffer whose size is followed has another size. Nothing has begun. */
public final class StageResizedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int widthPx;
    private final int heightPx;

    StageResizedException(int widthPx, int heightPx) {
        super("the framebuffer has " + widthPx + "x" + heightPx + " from the corner on", null, false, false);
        this.widthPx = widthPx;
        this.heightPx = heightPx;
    }

    /** Returns the width from the recorded corner on. */
    public int widthPx() {
        return widthPx;
    }

    /** Returns the height from the recorded corner on. */
    public int heightPx() {
        return heightPx;
    }
}
