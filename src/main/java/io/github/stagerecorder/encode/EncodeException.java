package io.github.stagerecorder.encode;

/** Why a recording cannot start or go on. */
public final class EncodeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What failed; the public exception's kinds have the same names. */
    public enum Reason {
        UNAVAILABLE,
        DESCRIPTION,
        MISSING_ELEMENT,
        OUTPUT,
        ENCODER,
        STATE_CHANGE,
        STREAM,
        STALLED,
        CLOSE_TIMEOUT,
        NO_FRAMES
    }

    private final Reason reason;

    public EncodeException(Reason reason, String message) {
        this(reason, message, null);
    }

    public EncodeException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
