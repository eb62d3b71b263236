package io.github.stagerecorder.media;

import io.github.stagerecorder.demo.FrameNumber;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The pictures of a file. Each is decoded once by {@code ffmpeg}, and at most one is in memory at a time.
 *
 * <p>Theora writes a picture that equals the previous one as an empty packet, and {@code ffmpeg} skips those. A count
 * of Theora pictures is meaningful only if each picture differs from the previous one.
 */
public final class DecodedVideo {
    private static final Duration TIMEOUT = Duration.ofMinutes(3);

    private final Path file;
    private final Ffprobe info;
    private final boolean cutOff;

    private DecodedVideo(Path file, Ffprobe info, boolean cutOff) {
        this.file = file;
        this.info = info;
        this.cutOff = cutOff;
    }

    /** Opens a file. The pictures are decoded on request, and any complaint of ffmpeg is a failure. */
    public static DecodedVideo of(Path file) {
        return new DecodedVideo(file, Ffprobe.of(file), false);
    }

    /** Opens a file whose writer was killed. It plays as far as possible, and ffmpeg may complain about its end. */
    public static DecodedVideo ofCutOff(Path file) {
        return new DecodedVideo(file, Ffprobe.ofCutOff(file), true);
    }

    /** Receives pictures in order. */
    @FunctionalInterface
    public interface PictureConsumer {
        /** The buffer starts at position zero and holds the picture only until this method returns. */
        void accept(int frameIndex, ByteBuffer pixels);
    }

    /** Returns ffprobe's description of the file. */
    public Ffprobe info() {
        return info;
    }

    /**
     * Returns the time of each picture that the decoder outputs, in nanoseconds. There are more packets in Ogg, and not
     * every ffprobe lists those that repeat a picture.
     */
    public List<Long> timesNs() {
        return Ffprobe.frameTicks(file).stream().map(info.timeBase()::ticksToNs).toList();
    }

    /** Decodes the whole file. */
    public void forEach(PixelLayout layout, PictureConsumer consumer) {
        decode(layout, layout.filter, Integer.MAX_VALUE, consumer);
    }

    /** Decodes one picture. */
    public ByteBuffer picture(PixelLayout layout, int frameIndex) {
        List<ByteBuffer> found = new ArrayList<>(1);
        String filter = "select=eq(n\\," + frameIndex + ")," + layout.filter;
        decode(layout, filter, 1, (index, pixels) -> found.add(pixels));
        if (found.isEmpty()) {
            throw new IllegalArgumentException(file + " has no frame " + frameIndex);
        }
        return found.get(0);
    }

    /** Decodes one picture to pick colours from. */
    public RgbPicture rgb(int frameIndex) {
        return new RgbPicture(info.widthPx(), info.heightPx(), picture(PixelLayout.RGB, frameIndex));
    }

    /**
     * Returns one pixel's colour as 0xRRGGBB, counted from the top left. To look at several pixels, use {@link #rgb}.
     */
    public int rgbAt(int frameIndex, int xPx, int yPx) {
        return rgb(frameIndex).at(xPx, yPx);
    }

    /** Returns the number that each picture shows, or -1 where none can be read. */
    public List<Integer> frameNumbers() {
        List<Integer> numbers = new ArrayList<>();
        forEach(
                PixelLayout.LUMA,
                (index, luma) ->
                        numbers.add(FrameNumber.decode(luma, info.widthPx(), info.heightPx(), info.widthPx())));
        return numbers;
    }

    private void decode(PixelLayout layout, String filter, int most, PictureConsumer consumer) {
        try (ExternalProcess ffmpeg = ExternalProcess.start(TIMEOUT, command(layout, filter, most))) {
            int leftBytes = readPictures(ffmpeg.output(), new byte[sizeBytes(layout)], consumer);
            if (cutOff) {
                return;
            }
            ffmpeg.awaitSuccess();
            if (leftBytes != 0) {
                throw new IllegalStateException("The last picture of " + file + " has only " + leftBytes + " bytes");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps times to the microsecond. In a time base of one frame, two frames of a fast stage could share one time. */
    private List<String> command(PixelLayout layout, String filter, int most) {
        List<String> command = new ArrayList<>(List.of("ffmpeg", "-nostdin", "-v", "error", "-i", file.toString()));
        command.addAll(List.of("-map", "0:v:0", "-vf", filter, "-frames:v", String.valueOf(most)));
        command.addAll(List.of("-fps_mode", "passthrough", "-enc_time_base", "1:1000000"));
        command.addAll(List.of("-f", "rawvideo", "-pix_fmt", layout.ffmpegName, "-"));
        return command;
    }

    private int sizeBytes(PixelLayout layout) {
        return layout.sizeBytes(info.widthPx(), info.heightPx());
    }

    /** Returns the number of bytes after the last whole picture. */
    private static int readPictures(InputStream input, byte[] picture, PictureConsumer consumer) throws IOException {
        int readBytes = input.readNBytes(picture, 0, picture.length);
        for (int index = 0; readBytes == picture.length; index++) {
            consumer.accept(index, ByteBuffer.wrap(picture));
            readBytes = input.readNBytes(picture, 0, picture.length);
        }
        return readBytes;
    }
}
