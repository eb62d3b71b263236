package io.github.stagerecorder.encode;

import io.github.stagerecorder.Convert;
import io.github.stagerecorder.Quality;
import io.github.stagerecorder.settings.EncoderOptions;
import io.github.stagerecorder.settings.FrameRate;
import java.nio.file.Path;

/** Requests of the tests: frame by frame, 30 frames a second. */
public final class Requests {
    private static final long TIMEOUT_NS = 10_000_000_000L;

    private Requests() {}

    /** A description for a stage of 320x240. */
    public static EncoderRequest of(String description, Path output, Convert convert) {
        return of(new EncoderOptions(description, Quality.MEDIUM, null, convert), output, 320, 240, 0);
    }

    static EncoderRequest of(EncoderOptions options, Path output, int widthPx, int heightPx, int mostRetained) {
        return new EncoderRequest(
                options, output, false, new FrameRate(30, 1), widthPx, heightPx, mostRetained, false, TIMEOUT_NS);
    }

    /** The encoder for it. */
    public static ChosenEncoder chosen(EncoderRequest request) {
        return Encoders.choose(request, (description, refusal) -> {});
    }

    /** An encoder that is not tried, as if it had been seen to keep so many frames. */
    public static ChosenEncoder untried(String format, Convert convert, int retained) {
        EncoderRequest request = of("fakesink", null, convert);
        return new ChosenEncoder(request, "fakesink", new InputFormat(format, "bt601"), false, false, "none", retained);
    }
}
