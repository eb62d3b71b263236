package io.github.stagerecorder.plan;

/** Receives the findings of a preflight, in order. */
public interface PreflightLog {
    /** Receives a finding that is worth knowing; the recording starts. */
    void info(String what, String advice);

    /** Receives a finding that does not prevent the start, but may make the recording differ from what is expected. */
    void warning(String what, String advice);

    /** Receives an obstacle to the start; {@code what} is the message of the exception that a start throws. */
    void error(String what, String advice);

    /** Receives a description that was tried; {@code refusal} is null if it opens. */
    void attempt(String description, String refusal);
}
