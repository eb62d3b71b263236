package io.github.stagerecorder.plan;

/** Is told what a preflight meets, in order. */
public interface PreflightLog {
    /** The recording starts; this is worth knowing. */
    void info(String what, String advice);

    /** The recording starts, but may not be what is expected. */
    void warning(String what, String advice);

    /** The recording does not start; {@code what} is the message of the exception that a start throws. */
    void error(String what, String advice);

    /** A description was tried; {@code refusal} is null if it opens. */
    void attempt(String description, String refusal);
}
