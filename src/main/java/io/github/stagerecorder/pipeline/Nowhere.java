package io.github.stagerecorder.pipeline;

import io.github.stagerecorder.gstreamer.Elements;
import java.util.Optional;
import org.freedesktop.gstreamer.Element;

/** The destination of a recording that is kept only as a replay. */
final class Nowhere implements Destination {
    @Override
    public Optional<Element> sink(EncoderBin bin) {
        Element sink = Elements.make("fakesink");
        sink.set("sync", false);
        sink.set("async", false);
        return Optional.of(sink);
    }

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
