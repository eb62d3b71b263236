package io.github.stagerecorder.pipeline;

/** A destination that is no file of ours, so there is nothing to begin, to keep or to remove. */
abstract class NoFile implements Destination {
    @Override
    public void begin() {}

    @Override
    public void requireKept() {}

    @Override
    public void reach(StreamReach stream) {}

    @Override
    public void end(long writtenNs, long playableNs) {}

    @Override
    public long bytesWritten() {
        return -1;
    }
}
