package io.github.stagerecorder.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The first channel of a file's sound, as {@code ffmpeg} decodes it.
 *
 * @param rateHz samples per second
 * @param startS when the first sample sounds, in seconds
 * @param samples every sample that the decoder outputs
 */
public record DecodedSound(int rateHz, double startS, float[] samples) {
    private static final Duration TIMEOUT = Duration.ofMinutes(2);
    private static final double LOUD = 0.15;

    public static DecodedSound of(Path file) {
        return new DecodedSound(rate(file), start(file), decoded(file, "error", 0));
    }

    /** Decodes another channel, in the order that {@code ffmpeg} has them in, which is that of WAVE files. */
    public static DecodedSound of(Path file, int channel) {
        return new DecodedSound(rate(file), start(file), decoded(file, "error", channel));
    }

    /** Does the same for a file whose writer was killed. */
    public static DecodedSound ofCutOff(Path file) {
        return new DecodedSound(rate(file), start(file), decoded(file, "fatal", 0));
    }

    /** Returns when the sound ends, in seconds. */
    public double endS() {
        return startS + (double) samples.length / rateHz;
    }

    /** Returns when the first sound after a time begins, in seconds; infinity if there is none. */
    public double nextSoundS(double afterS) {
        for (int at = (int) Math.max(0, (afterS - startS) * rateHz); at < samples.length; at++) {
            if (Math.abs(samples[at]) >= LOUD) {
                return startS + (double) at / rateHz;
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    private static int rate(Path file) {
        return Integer.parseInt(probed(file, "stream=sample_rate"));
    }

    private static double start(Path file) {
        return Double.parseDouble(probed(file, "frame=pts_time"));
    }

    private static String probed(Path file, String entry) {
        List<String> command = List.of(
                "ffprobe",
                "-v",
                "fatal",
                "-select_streams",
                "a:0",
                "-read_intervals",
                "%+#9",
                "-show_entries",
                entry,
                "-of",
                "csv=p=0",
                file.toString());
        return ExternalProcess.outputOf(TIMEOUT, command)
                .lines()
                .findFirst()
                .orElseThrow()
                .split(",")[0];
    }

    private static float[] decoded(Path file, String complaints, int channel) {
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
                "pan=mono|c0=c" + channel,
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
