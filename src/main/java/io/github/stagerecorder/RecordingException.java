package io.github.stagerecorder;

/** A recording cannot start, or did not end well; the message has the operation and the numbers. */
public final class RecordingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final FailureKind kind;
    private final transient Outcome outcome;

    /** A failure of this kind. */
    public RecordingException(FailureKind kind, String message) {
        this(kind, message, null);
    }

    /** A failure of this kind, with its cause. */
    public RecordingException(FailureKind kind, String message, Throwable cause) {
        this(kind, message, cause, null);
    }

    private RecordingException(FailureKind kind, String message, Throwable cause, Outcome outcome) {
        super(message, cause);
        this.kind = kind;
        this.outcome = outcome;
    }

    /** A bad end. */
    static RecordingException of(Outcome outcome) {
        Throwable cause = outcome.cause();
        String message = "the recording is " + outcome.status() + ": " + cause.getMessage() + " ("
                + outcome.stats().delivered() + " of " + outcome.stats().taken() + " frames encoded)";
        return new RecordingException(outcome.failureKind(), message, cause, outcome);
    }

    /** What failed. */
    public FailureKind kind() {
        return kind;
    }

    /** How the recording ended; null when it never started, and after deserialisation. */
    public Outcome outcome() {
        return outcome;
    }
}
