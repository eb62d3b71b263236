package io.github.stagerecorder.encode;

import io.github.stagerecorder.Convert;
import io.github.stagerecorder.Quality;
import io.github.stagerecorder.choice.Encoders;
import io.github.stagerecorder.jni.NativeModule;
import io.github.stagerecorder.settings.EncoderOptions;
import io.github.stagerecorder.settings.FrameRate;
import java.nio.file.Path;

/** Encoder requests for tests: frame by frame, 30 frames per second. */
public final class Requests {
    static {
        NativeModule.load(); // a trial uses it, too
    }

    private static final long TIMEOUT_NS = 10_000_000_000L;

    private Requests() {}

    /** Returns a request with this description for a stage of 320x240. */
    public static EncoderRequest of(String description, Path output, Convert convert) {
        return of(
                new EncoderOptions(description, Quality.MEDIUM, null, convert, false, null, null, null),
                output,
                320,
                240,
                0);
    }

    public static EncoderRequest of(EncoderOptions options, Path output, int widthPx, int heightPx, int mostRetained) {
        return new EncoderRequest(
                options, output, false, new FrameRate(30, 1), widthPx, heightPx, mostRetained, false, TIMEOUT_NS);
    }

    /** Chooses the encoder for the request. */
    public static ChosenEncoder chosen(EncoderRequest request) {
        return Encoders.choose(request, (description, refusal) -> {});
    }

    /** Returns an encoder that is not tried, as if it were known to keep this number of frames. */
    public static ChosenEncoder untried(String format, Convert convert, int retained) {
        EncoderRequest request = of("fakesink", null, convert);
        return new ChosenEncoder(
                request, "fakesink", new InputFormat(format, "bt601"), false, false, "none", retained, true);
    }
}
