package io.github.stagerecorder.readback;

/** Reports that the frame of one capture cannot be read. No read has begun, and the next capture may succeed. */
public final class UnreadableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The reasons why a frame cannot be read. */
    public enum Obstacle {
        /** The GL context of the recording is not current on this thread. */
        CONTEXT,
        /** The bound framebuffer cannot be read, or it does not contain the region. */
        FRAMEBUFFER,
        /** The driver refuses the read. */
        DRIVER
    }

    private final Obstacle obstacle;

    UnreadableException(Obstacle obstacle, String message, Throwable cause) {
        super(message, cause);
        this.obstacle = obstacle;
    }

    /** Returns the reason. */
    public Obstacle obstacle() {
        return obstacle;
    }
}
