package io.github.stagerecorder.encode;

import java.util.Optional;
import org.freedesktop.gstreamer.Element;

/** The description ends in a sink of its own, which nobody else knows anything about. */
final class OwnSink implements Destination {
    @Override
    public Optional<Element> sink() {
        return Optional.empty();
    }

    @Override
    public void begin() {}

    @Override
    public void requireKept() {}

    @Override
    public void discard() {}

    @Override
    public long bytesWritten() {
        return -1;
    }
}
