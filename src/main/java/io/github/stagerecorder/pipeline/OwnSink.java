package io.github.stagerecorder.pipeline;

import java.util.Optional;
import org.freedesktop.gstreamer.Element;

/** The destination of a description that ends in its own sink; nothing is known about it. */
final class OwnSink implements Destination {
    @Override
    public Optional<Element> sink(EncoderBin bin) {
        return Optional.empty();
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
