package io.github.stagerecorder.pipeline;

import java.util.Optional;
import org.freedesktop.gstreamer.Element;

/** The destination of a description that ends in its own sink; nothing is known about it. */
final class OwnSink extends NoFile {
    @Override
    public Optional<Element> sink(EncoderBin bin) {
        return Optional.empty();
    }
}
