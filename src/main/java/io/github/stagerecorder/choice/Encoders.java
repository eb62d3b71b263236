package io.github.stagerecorder.choice;

import io.github.stagerecorder.Convert;
import io.github.stagerecorder.Quality;
import io.github.stagerecorder.RecordingException;
import io.github.stagerecorder.encode.ChosenEncoder;
import io.github.stagerecorder.encode.EncoderRequest;
import io.github.stagerecorder.encode.InputFormat;
import io.github.stagerecorder.encode.InputPlan;
import io.github.stagerecorder.encode.OpenEncoder;
import io.github.stagerecorder.encode.Preset;
import io.github.stagerecorder.encode.Presets;
import io.github.stagerecorder.gstreamer.GStreamer;
import io.github.stagerecorder.pipeline.OpeningPipeline;
import io.github.stagerecorder.settings.EncoderOptions;
import io.github.stagerecorder.settings.FrameRate;
import io.github.stagerecorder.settings.PixelFormat;
import io.github.stagerecorder.settings.SoundFormat;
import java.util.function.BiConsumer;

/**
 * The entry point of this package: it finds GStreamer, chooses an encoder and opens it. Arguments and results are
 * immutable data. Any thread may call it, without a GL context.
 */
public final class Encoders {
    private static final long TIMEOUT_NS = 10_000_000_000L;

    private Encoders() {}

    /** @throws RecordingException if GStreamer is not installed, too old, or lacks what every recording needs */
    public static void requireGStreamer() {
        GStreamer.require();
    }

    /** Returns GStreamer's version, such as 1.22.0. Call {@link #requireGStreamer} first. */
    public static String gstreamerVersion() {
        return GStreamer.version();
    }

    /**
     * Chooses the user's description, or the first preset that works. Nothing is written. A choice is made once in a
     * process; the file's place has no part in it.
     *
     * @param tried receives each description in order, and why it does not work; null for the one that works
     * @throws RecordingException if GStreamer is missing, no encoder works here, or the description is wrong
     * @throws IllegalArgumentException if the file's extension is not known
     */
    public static ChosenEncoder choose(EncoderRequest request, BiConsumer<String, RecordingException> tried) {
        GStreamer.require();
        return KnownEncoders.choose(request, tried);
    }

    /**
     * @param sound null if there is none
     * @throws IllegalArgumentException if no preset has the extension of this file name, or none has so many channels
     */
    public static void requirePreset(String fileName, SoundFormat sound) {
        int most = Preset.mostChannels(Presets.forName(fileName));
        if (sound != null && sound.channels() > most) {
            throw new IllegalArgumentException("audio of " + sound.channels() + " channels cannot be recorded into "
                    + fileName + ": its encoders take at most " + most);
        }
    }

    /** Returns the input of a description that throws all frames away. */
    public static InputPlan intoNothing() {
        String nothing = "fakesink";
        EncoderOptions options =
                new EncoderOptions(nothing, Quality.MEDIUM, null, Convert.AUTO, false, null, null, null);
        EncoderRequest request =
                new EncoderRequest(options, null, false, new FrameRate(30, 1), 16, 16, 0, false, TIMEOUT_NS);
        InputFormat format = new InputFormat("I420", "bt601");
        ChosenEncoder encoder = new ChosenEncoder(request, nothing, format, false, false, "none", 0, true);
        return InputPlan.ofPlainReads(encoder, PixelFormat.BGRX);
    }

    /**
     * Opens the encoder. The output is created later, with the first frame.
     *
     * @throws RecordingException if the encoder does not start; nothing is left open then
     */
    public static OpenEncoder open(ChosenEncoder encoder) {
        return KnownEncoders.open(encoder);
    }

    /**
     * Opens the encoder as {@link #open} does, on another thread. Both methods of what is returned wait for that, and
     * {@link OpenEncoder#feed} throws if the encoder does not start. An encoder that has been opened before in this
     * process, and has a thread of its own, is fed without that wait, and fails as if it did so during the recording.
     */
    public static OpenEncoder opening(ChosenEncoder encoder) {
        return opening(encoder, KnownEncoders.hasOpened(encoder.request()));
    }

    /** Opens as {@link #opening} does an encoder that has been opened before. */
    public static OpenEncoder openingAgain(ChosenEncoder encoder) {
        return opening(encoder, true);
    }

    private static OpenEncoder opening(ChosenEncoder encoder, boolean isKnownToOpen) {
        return new OpeningPipeline(() -> KnownEncoders.open(encoder), isKnownToOpen);
    }
}
