package io.github.stagerecorder.endtoend;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Records as jMonkeyEngine's video recorder does, with as many buffers and threads as there are cores. Each thread
 * turns a frame into a picture and the picture into a JPEG. The render thread writes the finished pictures into an AVI
 * file and waits instead of dropping frames.
 */
final class Mjpeg implements FrameSink {
    private record Job(JpegFrame frame, Future<byte[]> jpeg) {}

    private final ExecutorService workers;
    private final Queue<JpegFrame> free = new ArrayDeque<>();
    private final Queue<Job> jobs = new ArrayDeque<>();
    private final AviFile avi;

    Mjpeg(Shot shot) throws IOException {
        int cores = Runtime.getRuntime().availableProcessors();
        workers = Executors.newFixedThreadPool(cores);
        for (int i = 0; i < cores; i++) {
            free.add(new JpegFrame(shot));
        }
        avi = new AviFile(shot.file(), shot.widthPx(), shot.heightPx(), shot.fps());
    }

    @Override
    public void frame(int frameNumber, long timeNs) throws IOException, InterruptedException, ExecutionException {
        while (free.isEmpty() || !jobs.isEmpty() && jobs.peek().jpeg().isDone()) {
            writeOldest();
        }
        JpegFrame frame = free.remove();
        frame.pixels().read();
        jobs.add(new Job(frame, workers.submit(frame::encode)));
    }

    private void writeOldest() throws IOException, InterruptedException, ExecutionException {
        Job job = jobs.remove();
        avi.add(job.jpeg().get());
        free.add(job.frame());
    }

    @Override
    public void finish() throws IOException, InterruptedException, ExecutionException {
        while (!jobs.isEmpty()) {
            writeOldest();
        }
        avi.close();
        workers.shutdown();
        free.forEach(frame -> frame.pixels().close());
    }
}
