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
 * The pictures of a file, each once, decoded by {@code ffmpeg} and never more than one in memory.
 *
 * <p>Theora writes a picture equal to the one before as an empty packet, and {@code ffmpeg} passes over those: a count
 * of Theora pictures means something only where each differs from the last.
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

    /** Opens a file; the pictures are decoded when they are asked for, and a complaint of ffmpeg's is a failure. */
    public static DecodedVideo of(Path file) {
        return new DecodedVideo(file, Ffprobe.of(file), false);
    }

    /** Opens a file whose writer was killed: it plays as far as it goes, and ffmpeg may complain of its end. */
    public static DecodedVideo ofCutOff(Path file) {
        return new DecodedVideo(file, Ffprobe.ofCutOff(file), true);
    }

    /** Receives pictures in their order. */
    @FunctionalInterface
    public interface PictureConsumer {
        /** The buffer starts at zero, and holds the picture only until this returns. */
        void accept(int frameIndex, ByteBuffer pixels);
    }

    /** What ffprobe says of the file. */
    public Ffprobe info() {
        return info;
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

    /** One pixel's colour as 0xRRGGBB, counted from the top left; for more of a picture, see {@link #rgb}. */
    public int rgbAt(int frameIndex, int xPx, int yPx) {
        return rgb(frameIndex).at(xPx, yPx);
    }

    /** The number that each picture shows, or -1 where none can be read. */
    public List<Integer> frameNumbers() {
        List<Integer> numbers = new ArrayList<>();
        forEach(
                PixelLayout.LUMA,
                (index, luma) ->
                        numbers.add(FrameNumber.decode(luma, info.widthPx(), info.heightPx(), info.widthPx())));
        return numbers;
    }

    private void decode(PixelLayout layout, String filter, int most, PictureConsumer consumer) {
        // The file's own time base: in the encoder's, two frames of a hasty stage would fall on one time.
        List<String> command = List.of(
                "ffmpeg",
                "-nostdin",
                "-v",
                "error",
                "-i",
                file.toString(),
                "-map",
                "0:v:0",
                "-vf",
                filter,
                "-frames:v",
                String.valueOf(most),
                "-fps_mode",
                "passthrough",
                "-enc_time_base",
                "-1",
                "-f",
                "rawvideo",
                "-pix_fmt",
                layout.ffmpegName,
                "-");
        try (ExternalProcess ffmpeg = ExternalProcess.start(TIMEOUT, command)) {
            int leftBytes = readPictures(ffmpeg.output(), new byte[sizeBytes(layout)], consumer);
            if (cutOff) {
                return;
            }
            ffmpeg.awaitSuccess();
            if (leftBytes != 0) {
                throw new IllegalStateException("The last picture of " + file + " has " + leftBytes + " bytes only");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int sizeBytes(PixelLayout layout) {
        return layout.sizeBytes(info.widthPx(), info.heightPx());
    }

    /** Tells how many bytes came after the last whole picture. */
    private static int readPictures(InputStream input, byte[] picture, PictureConsumer consumer) throws IOException {
        int readBytes = input.readNBytes(picture, 0, picture.length);
        for (int index = 0; readBytes == picture.length; index++) {
            consumer.accept(index, ByteBuffer.wrap(picture));
            readBytes = input.readNBytes(picture, 0, picture.length);
        }
        return readBytes;
    }
}
