package io.github.stagerecorder.endtoend;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
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
        List<String> command = new ArrayList<>(List.of("ffmpeg", "-nostdin", "-y", "-v", "error"));
        command.addAll(rawInput(shot));
        command.addAll(List.of("-vf", "vflip,format=yuv420p"));
        command.addAll(x264());
        command.addAll(List.of("-f", "matroska", shot.file().toString()));
        return command;
    }

    private List<String> rawInput(Shot shot) {
        String rate = "" + shot.fps();
        return List.of("-f", "rawvideo", "-pix_fmt", "rgba", "-s", shot.sizeText(), "-r", rate, "-i", pipe.toString());
    }

    private static List<String> x264() {
        String threads = "" + X264.THREADS;
        String keyFrames = "" + X264.KEY_FRAME_INTERVAL;
        return List.of("-c:v", "libx264", "-preset", "ultrafast", "-crf", "23", "-threads", threads, "-g", keyFrames);
    }

    @Override
    public void frame(int frameNumber, long timeNs) throws IOException {
        pixels.read();
        ByteBuffer bytes = pixels.bottomUp().clear();
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
