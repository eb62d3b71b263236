package io.github.stagerecorder.readback;

/** The frame of one capture cannot be read; the next one may be. Nothing has begun. */
public final class UnreadableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What is in the way. */
    public enum Obstacle {
        /** The GL context of the recording is not current on this thread. */
        CONTEXT,
        /** The framebuffer that is bound cannot be read, or does not contain the region. */
        FRAMEBUFFER,
        /** The driver refuses. */
        DRIVER
    }

    private final Obstacle obstacle;

    UnreadableException(Obstacle obstacle, String message, Throwable cause) {
        super(message, cause);
        this.obstacle = obstacle;
    }

    /** Returns what is in the way. */
    public Obstacle obstacle() {
        return obstacle;
    }
}
