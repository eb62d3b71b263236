package io.github.stagerecorder.endtoend;

/** Draws only: the frames are neither read nor recorded. */
final class NoRecording implements FrameSink {
    @Override
    public void frame(int frameNumber, long timeNs) {}

    @Override
    public void finish() {}
}
