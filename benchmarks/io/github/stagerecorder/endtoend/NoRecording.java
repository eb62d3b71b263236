package io.github.stagerecorder.endtoend;

/** Leaves the frames where they are. */
final class NoRecording implements FrameSink {
    @Override
    public void frame(int frameNumber, long timeNs) {}

    @Override
    public void finish() {}
}
