package io.github.stagerecorder;

import io.github.stagerecorder.encode.EncodeException;

/** A recording cannot start, or did not end well; the message has the operation and the numbers. */
public final class RecordingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What failed. */
    public enum Kind {
        /** GStreamer or the native module is missing or too old. */
        UNAVAILABLE,
        /** The pipeline description cannot be parsed, linked or fed. */
        DESCRIPTION,
        /** An element of the description is not installed. */
        MISSING_ELEMENT,
        /** The file cannot be written where it is to be, or no longer: the disk is full, or the file was removed. */
        OUTPUT,
        /** The encoder does not work at this size and format. */
        ENCODER,
        /** The pipeline does not start. */
        STATE_CHANGE,
        /** An element failed while recording. */
        STREAM,
        /** No slot came back within the stall timeout. */
        STALLED,
        /** The pipeline did not end within the close timeout. */
        CLOSE_TIMEOUT,
        /** Nothing was captured. */
        NO_FRAMES,
        /** There is no memory for the pool. */
        MEMORY
    }

    private final Kind kind;
    private final transient Outcome outcome;

    RecordingException(Kind kind, String message, Throwable cause, Outcome outcome) {
        super(message, cause);
        this.kind = kind;
        this.outcome = outcome;
    }

    /** A failure to start. */
    static RecordingException of(EncodeException cause) {
        return new RecordingException(kindOf(cause), cause.getMessage(), cause, null);
    }

    /** A bad end. */
    static RecordingException of(Outcome outcome) {
        Throwable cause = outcome.cause();
        Kind kind = cause instanceof EncodeException known
                ? kindOf(known)
                : cause instanceof RecordingException known ? known.kind : Kind.STREAM;
        return new RecordingException(
                kind,
                "the recording is " + outcome.status() + ": " + cause.getMessage() + " ("
                        + outcome.stats().delivered() + " of " + outcome.stats().taken() + " frames encoded)",
                cause,
                outcome);
    }

    private static Kind kindOf(EncodeException cause) {
        return Kind.valueOf(cause.reason().name());
    }

    public Kind kind() {
        return kind;
    }

    /** How the recording ended; null when it never started, and after deserialisation. */
    public Outcome outcome() {
        return outcome;
    }
}
