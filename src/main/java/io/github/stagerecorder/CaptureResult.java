package io.github.stagerecorder;

/** What happened to the frame of one capture. */
public enum CaptureResult {
    /** The frame is on its way to the file. */
    TAKEN,
    /**
     * No frame was due: the stage is drawn faster than the file's rate, the recorder is paused, the stage has no pixels
     * or a size that no encoder accepts, the time does not increase, the call came from inside another capture, or the
     * recording has been finished. {@link Stats#skips} has the cause.
     */
    SKIPPED,
    /** All memory for frames was in use: the frame is missing from the file. {@link Stats#drops} has the cause. */
    DROPPED,
    /**
     * The frame could not be read, and the next one may be; or the recording has failed, now or earlier, and
     * {@link StageRecorder#close()} throws the cause. {@link Stats#failures} tells which.
     */
    FAILED
}
