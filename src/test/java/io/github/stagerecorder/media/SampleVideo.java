package io.github.stagerecorder.media;

import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.stagerecorder.demo.FrameNumber;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Makes video files without any of the code under test. */
final class SampleVideo {
    static final int WIDTH_PX = 160;
    static final int HEIGHT_PX = 120;

    private SampleVideo() {}

    /** Makes frames that show their numbers, starting at zero. */
    static Path numbered(Path file, int frames, String rate, String... encoding) throws IOException {
        Path raw = Files.createTempFile(file.getParent(), "numbered-", ".gray");
        try (OutputStream output = Files.newOutputStream(raw)) {
            for (int number = 0; number < frames; number++) {
                output.write(grayPicture(number));
            }
        }
        return encode(
                file,
                List.of(
                        "-f",
                        "rawvideo",
                        "-pix_fmt",
                        "gray",
                        "-s",
                        WIDTH_PX + "x" + HEIGHT_PX,
                        "-r",
                        rate,
                        "-i",
                        raw.toString(),
                        "-pix_fmt",
                        "yuv420p"),
                encoding);
    }

    /** Makes a few frames of one colour. */
    static Path coloured(Path file, int rgb, String... encoding) {
        String source = String.format("color=c=0x%06X:s=%dx%d:r=30:d=0.1,format=rgb24", rgb, WIDTH_PX, HEIGHT_PX);
        return encode(file, List.of("-f", "lavfi", "-i", source), encoding);
    }

    static byte[] grayPicture(int number) {
        byte[] pixels = new byte[WIDTH_PX * HEIGHT_PX];
        for (int y = 0; y < HEIGHT_PX; y++) {
            for (int x = 0; x < WIDTH_PX; x++) {
                pixels[y * WIDTH_PX + x] = (byte) (isBright(number, x, y) ? 255 : 0);
            }
        }
        return pixels;
    }

    private static boolean isBright(int number, int x, int y) {
        for (int row = 0; row < FrameNumber.ROWS; row++) {
            for (int column = 0; column < FrameNumber.COLUMNS; column++) {
                if (isInBlock(column, row, x, y)) {
                    return FrameNumber.isBright(number, column, row);
                }
            }
        }
        return false;
    }

    private static boolean isInBlock(int column, int row, int x, int y) {
        return x >= FrameNumber.leftPx(column, WIDTH_PX)
                && x < FrameNumber.leftPx(column + 1, WIDTH_PX)
                && y >= FrameNumber.topPx(row, HEIGHT_PX)
                && y < FrameNumber.topPx(row + 1, HEIGHT_PX);
    }

    /** A test that wants an encoder which this ffmpeg lacks cannot run. */
    private static Path encode(Path file, List<String> input, String... encoding) {
        List<String> command = new ArrayList<>(List.of("ffmpeg", "-nostdin", "-v", "error", "-y"));
        command.addAll(input);
        command.addAll(List.of(encoding));
        command.add(file.toString());
        try {
            ExternalProcess.outputOf(Duration.ofMinutes(1), command);
            return file;
        } catch (IllegalStateException e) {
            assumeFalse(e.getMessage().contains("Unknown encoder"), e::getMessage);
            throw e;
        }
    }
}
