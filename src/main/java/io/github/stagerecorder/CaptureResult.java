package io.github.stagerecorder;

/** What happened to the frame of one capture. */
public enum CaptureResult {
    /** The frame is on its way to the file. */
    TAKEN,
    /**
     * No frame was due: the stage is drawn faster than the file's rate, the recorder is paused, the stage has no pixels
     * or a size that no encoder accepts, or the call came from inside another capture.
     */
    SKIPPED,
    /** All memory for frames was in use: the frame is missing from the file. */
    DROPPED,
    /** The recording has failed, now or earlier. {@link StageRecorder#close()} throws the cause. */
    FAILED
}
