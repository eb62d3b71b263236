package io.github.stagerecorder.endtoend;

/** A way of recording: takes the framebuffer as it is, frame by frame, on the render thread. */
interface FrameSink {
    /** A frame has been drawn; {@code timeNs} is its time in the file. It may be dropped if the shot is paced. */
    void frame(int frameNumber, long timeNs) throws Exception;

    /** The most memory that another process of this way has had resident. Asked before the end. */
    default long otherProcessPeakBytes() {
        return 0;
    }

    /** Returns when the file is complete. Left out after a failure: the process ends then. */
    void finish() throws Exception;
}
