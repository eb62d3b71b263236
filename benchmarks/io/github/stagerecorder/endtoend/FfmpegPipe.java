package io.github.stagerecorder.endtoend;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * Sends raw frames to the ffmpeg program, which flips and encodes them. It uses a named pipe, because only that
 * takes whole frames.
 */
final class FfmpegPipe implements FrameSink {
    private final Pixels pixels;
    private final Path folder;
    private final Path pipe;
    private final Process ffmpeg;
    private final FileChannel channel;

    FfmpegPipe(Shot shot) throws IOException, InterruptedException {
        pixels = new Pixels(shot);
        folder = Files.createTempDirectory("stagerecorder-");
        pipe = folder.resolve("frames");
        new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor();
        ffmpeg = new ProcessBuilder(command(shot))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        channel = FileChannel.open(pipe, StandardOpenOption.WRITE);
    }

    private List<String> command(Shot shot) {
        return List.of(
                "ffmpeg",
                "-nostdin",
                "-y",
                "-v",
                "error",
                "-f",
                "rawvideo",
                "-pix_fmt",
                "rgba",
                "-s",
                shot.sizeText(),
                "-r",
                "" + shot.fps(),
                "-i",
                pipe.toString(),
                "-vf",
                "vflip,format=yuv420p",
                "-c:v",
                "libx264",
                "-preset",
                "ultrafast",
                "-crf",
                "23",
                "-threads",
                "" + X264.THREADS,
                "-g",
                "" + X264.KEY_FRAME_INTERVAL,
                "-f",
                "matroska",
                shot.file().toString());
    }

    @Override
    public void frame(int frameNumber, long timeNs) throws IOException {
        pixels.read();
        var bytes = pixels.bottomUp().clear();
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        bytes.clear();
    }

    @Override
    public long otherProcessPeakBytes() {
        return ProcessUse.peakBytes(ffmpeg.pid());
    }

    @Override
    public void finish() throws IOException, InterruptedException {
        channel.close();
        int status = ffmpeg.waitFor();
        pixels.close();
        Files.delete(pipe);
        Files.delete(folder);
        if (status != 0) {
            throw new IOException("ffmpeg ended with status " + status);
        }
    }
}
