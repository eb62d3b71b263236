package io.github.stagerecorder.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The first picture of a file, whatever ffmpeg complains about. */
public final class DecodedPicture {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private DecodedPicture() {}

    /** Decodes a file that tells what is in it. */
    public static RgbPicture of(Path file, int widthPx, int heightPx) {
        return decode(List.of(), file, widthPx, heightPx);
    }

    /**
     * Decodes a file that holds the bytes of one frame and nothing else.
     *
     * @param decoder ffmpeg's name
     */
    public static RgbPicture ofBareFrame(Path file, String decoder, int widthPx, int heightPx) {
        String size = widthPx + "x" + heightPx;
        return decode(List.of("-f", "image2", "-video_size", size, "-c:v", decoder), file, widthPx, heightPx);
    }

    private static RgbPicture decode(List<String> input, Path file, int widthPx, int heightPx) {
        List<String> command = new ArrayList<>(List.of("ffmpeg", "-nostdin", "-v", "error", "-threads", "1"));
        command.addAll(input);
        command.addAll(List.of("-i", file.toString(), "-frames:v", "1", "-vf", PixelLayout.RGB.filter));
        command.addAll(List.of("-f", "rawvideo", "-pix_fmt", "rgb24", "-"));
        try (ExternalProcess ffmpeg = ExternalProcess.start(TIMEOUT, command)) {
            byte[] pixels = ffmpeg.output().readAllBytes();
            if (pixels.length != PixelLayout.RGB.sizeBytes(widthPx, heightPx)) {
                throw new IllegalStateException(String.join(" ", command) + " made " + pixels.length + " bytes");
            }
            return new RgbPicture(widthPx, heightPx, ByteBuffer.wrap(pixels));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
