package io.github.stagerecorder.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The first sound of a file, as {@code ffmpeg} decodes it. */
public final class DecodedSound {
    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    private DecodedSound() {}

    /** Returns the samples of the first channel at this rate. The first belongs to time 0 of the file. */
    public static float[] inStepWithThePicture(Path file, int rateHz) {
        return decoded(file, "aresample=" + rateHz + ":async=1:first_pts=0,pan=mono|c0=c0", "error");
    }

    /** Does the same for a file whose writer was killed. */
    public static float[] ofCutOff(Path file, int rateHz) {
        return decoded(file, "aresample=" + rateHz + ":async=1:first_pts=0,pan=mono|c0=c0", "fatal");
    }

    /** Returns the samples of the first channel, exactly those that the decoder outputs. */
    public static float[] asStored(Path file) {
        return decoded(file, "pan=mono|c0=c0", "error");
    }

    private static float[] decoded(Path file, String filter, String complaints) {
        List<String> command = List.of(
                "ffmpeg",
                "-nostdin",
                "-v",
                complaints,
                "-i",
                file.toString(),
                "-map",
                "0:a:0",
                "-af",
                filter,
                "-f",
                "f32le",
                "-");
        try (ExternalProcess ffmpeg = ExternalProcess.start(TIMEOUT, command)) {
            byte[] bytes = ffmpeg.output().readAllBytes();
            ffmpeg.awaitSuccess();
            FloatBuffer samples =
                    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
            float[] result = new float[samples.remaining()];
            samples.get(result);
            return result;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
