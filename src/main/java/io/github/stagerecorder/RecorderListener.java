package io.github.stagerecorder;

/**
 * Is told what happens to a recording: see {@link RecorderBuilder#listener}. Every method does nothing by default.
 *
 * <p>The methods are called by the executor that was given with the listener, one at a time and in the order of what
 * they tell, for all recordings of a {@link RecordingSwitch} together: a recording may end after the next one has
 * started. A listener that several recorders have is called for each of them by itself. The methods may call any method
 * of the recorder that the executor's thread may call. What a method throws is logged once, and does not disturb the
 * recording.
 *
 * <p>If the executor is slow, what it has not run yet is told with newer counts: drops and progress that came meanwhile
 * are one call.
 */
public interface RecorderListener {
    /**
     * A file was started: the only one, or with {@link ResizePolicy#NEW_FILE} one for each size of the stage. It is
     * created with its first frame.
     *
     * @param file what is recorded into it, and how
     */
    default void started(StartedFile file) {}

    /**
     * Captures were dropped. It is told at the first drop, and then at most once a second.
     *
     * @param cause the cause of the last drop
     * @param soFar the counts of the recording so far
     */
    default void dropped(DropCause cause, Stats soFar) {}

    /**
     * Something costs frames but does not end the recording. Each kind is told once, and {@link
     * Trouble#STREAM} once for each interruption.
     *
     * @param trouble its kind
     * @param message what happened, and what it means
     */
    default void troubled(Trouble trouble, String message) {}

    /**
     * A file has failed: from now on captures into it are {@link CaptureResult#FAILED}. It is told when this happens;
     * {@link #fileEnded} follows when the file has ended, which may need {@link StageRecorder#finish}.
     *
     * @param failure the first failure of that file
     */
    default void failed(RecordingException failure) {}

    /**
     * The recording is being completed after {@link StageRecorder#finish} or {@link StageRecorder#close}. It is told
     * at once, and then at most ten times a second until {@link #ended}.
     *
     * @param soFar the counts so far: {@link Stats#inFlight} frames are left, and {@link Stats#delivered} are done
     */
    default void closing(Stats soFar) {}

    /**
     * A file has ended.
     *
     * @param file how it ended
     */
    default void fileEnded(Outcome.FileOutcome file) {}

    /**
     * The recording has ended. Nothing is told of it after this.
     *
     * @param outcome how it ended, as {@link StageRecorder#finish} gives it
     */
    default void ended(Outcome outcome) {}
}
