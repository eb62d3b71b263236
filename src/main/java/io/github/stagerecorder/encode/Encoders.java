package io.github.stagerecorder.encode;

import io.github.stagerecorder.RecordingException;
import java.util.function.BiConsumer;

/**
 * The way into this package: find GStreamer, choose an encoder, open it. What goes in and comes out is immutable data.
 * Any thread; no GL context is needed.
 */
public final class Encoders {
    private Encoders() {}

    /** @throws RecordingException if GStreamer is not installed, too old, or lacks what every recording needs */
    public static void requireGStreamer() {
        GStreamer.require();
    }

    /** GStreamer's version, such as 1.22.0. Once it is required. */
    public static String gstreamerVersion() {
        return GStreamer.version();
    }

    /**
     * Takes the user's description, or the first preset that really opens. Nothing is written.
     *
     * @param tried is told each description, in order, and why it does not work; null for the one that does
     * @throws RecordingException if GStreamer is missing, no encoder works here, or the description is wrong
     * @throws IllegalArgumentException if the file's extension is not known
     */
    public static ChosenEncoder choose(EncoderRequest request, BiConsumer<String, RecordingException> tried) {
        GStreamer.require();
        return new EncoderChooser(request, tried).choose();
    }

    /**
     * Opens the encoder, and the file beside its place.
     *
     * @throws RecordingException if it does not start; nothing is left open then
     */
    public static OpenEncoder open(ChosenEncoder encoder) {
        return OpenPipeline.start(encoder);
    }
}
