package io.github.stagerecorder.pipeline;

import io.github.stagerecorder.gstreamer.Elements;
import java.util.Optional;
import org.freedesktop.gstreamer.Element;

/**
 * The destination of a recording that is kept only as a replay. Its muxer is told to write a stream, because the index
 * of a file would grow with the recording.
 */
final class Nowhere extends NoFile {
    private static void set(Element muxer, String property, String value) {
        try {
            muxer.get(property);
        } catch (IllegalArgumentException e) { // it has no such property, and no index
            return;
        }
        muxer.setAsString(property, value);
    }

    @Override
    public Optional<Element> sink(EncoderBin bin) {
        bin.muxers().forEach(muxer -> {
            set(muxer, "fragment-mode", "dash-or-mss");
            set(muxer, "streamable", "true");
        });
        Element sink = Elements.make("fakesink");
        sink.set("sync", false);
        sink.set("async", false);
        return Optional.of(sink);
    }
}
