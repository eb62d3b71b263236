package io.github.stagerecorder.endtoend;

/** One method of recording. It takes the framebuffer as it is, frame by frame, on the render thread. */
interface FrameSink {
    /**
     * Takes a frame that has been drawn; {@code timeNs} is its time in the file. If the shot is paced, the frame may be
     * dropped.
     */
    void frame(int frameNumber, long timeNs) throws Exception;

    /** Returns the peak resident memory of the other process that this sink uses. Call this before {@link #finish}. */
    default long otherProcessPeakBytes() {
        return 0;
    }

    /** Returns when the file is complete. It is not called after a failure, because the process ends then. */
    void finish() throws Exception;
}
