package io.github.stagerecorder;

/** Thrown when a recording cannot start or did not end well. The message names the operation and the numbers. */
public final class RecordingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final FailureKind kind;
    private final transient Outcome outcome;

    /**
     * Creates an exception for a failure of this kind.
     *
     * @param kind what failed
     * @param message the operation and the numbers
     */
    public RecordingException(FailureKind kind, String message) {
        this(kind, message, null);
    }

    /**
     * Creates an exception for a failure of this kind, with its cause.
     *
     * @param kind what failed
     * @param message the operation and the numbers
     * @param cause the cause, or null
     */
    public RecordingException(FailureKind kind, String message, Throwable cause) {
        this(kind, message, cause, null);
    }

    private RecordingException(FailureKind kind, String message, Throwable cause, Outcome outcome) {
        super(message, cause);
        this.kind = kind;
        this.outcome = outcome;
    }

    /** Returns the exception for a recording that did not end well. */
    static RecordingException of(Outcome outcome) {
        Throwable cause = outcome.cause();
        String message = "the recording is " + outcome.status() + ": " + cause.getMessage() + " ("
                + outcome.stats().delivered() + " of " + outcome.stats().taken() + " frames encoded)";
        return new RecordingException(outcome.failureKind(), message, cause, outcome);
    }

    /** Returns what failed. */
    public FailureKind kind() {
        return kind;
    }

    /** Returns how the recording ended; null if it never started, and after deserialisation. */
    public Outcome outcome() {
        return outcome;
    }
}
