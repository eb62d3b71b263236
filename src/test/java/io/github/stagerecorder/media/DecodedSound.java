package io.github.stagerecorder.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The first sound of a file, decoded by {@code ffmpeg} as it is played: from the file's time 0 on. */
public final class DecodedSound {
    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    private DecodedSound() {}

    /** Returns the interleaved samples, in this number of channels and at this rate. */
    public static short[] of(Path file, int rateHz, int channels) {
        try (ExternalProcess ffmpeg = ExternalProcess.start(
                TIMEOUT,
                List.of(
                        "ffmpeg",
                        "-v",
                        "error",
                        "-i",
                        file.toString(),
                        "-map",
                        "0:a:0",
                        "-f",
                        "s16le",
                        "-ar",
                        "" + rateHz,
                        "-ac",
                        "" + channels,
                        "-"))) {
            ShortBuffer samples = ByteBuffer.wrap(ffmpeg.output().readAllBytes())
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asShortBuffer();
            ffmpeg.awaitSuccess();
            short[] all = new short[samples.remaining()];
            samples.get(all);
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
