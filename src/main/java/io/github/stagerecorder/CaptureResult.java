package io.github.stagerecorder;

/** What became of one call of capture. */
public enum CaptureResult {
    /** The frame is on its way to the file. */
    TAKEN,
    /**
     * No frame was due: the stage paints faster than the file's rate, the recorder is paused, the stage has no pixels,
     * or the call came from inside another capture.
     */
    SKIPPED,
    /** The pool was full: the file has a gap here. */
    DROPPED,
    /** The recording has failed, now or earlier. {@link StageRecorder#close()} tells why. */
    FAILED
}
