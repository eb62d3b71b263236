package io.github.stagerecorder.endtoend;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.bytedeco.javacv.FrameRecorder;

/** Runs JavaCV on a separate thread, behind a queue of buffers that are reused. This is the best of the peers. */
final class JavaCvQueue implements FrameSink {
    private final Shot shot;
    private final Pixels end;
    private final FFmpegFrameRecorder recorder;
    private final BlockingQueue<Pixels> free = new ArrayBlockingQueue<>(Shot.QUEUED_FRAMES);
    private final BlockingQueue<Pixels> filled = new ArrayBlockingQueue<>(Shot.QUEUED_FRAMES + 1);
    private final Thread encoder = new Thread(this::encode, "javacv-encoder");
    private volatile Exception failure;

    JavaCvQueue(Shot shot) throws Exception {
        this.shot = shot;
        end = new Pixels(shot);
        for (int i = 0; i < Shot.QUEUED_FRAMES; i++) {
            free.add(new Pixels(shot));
        }
        recorder = JavaCv.start(shot);
        encoder.start();
    }

    @Override
    public void frame(int frameNumber, long timeNs) throws InterruptedException {
        Pixels pixels = shot.paced() ? free.poll() : free.take();
        if (pixels != null) {
            pixels.read(frameNumber);
            filled.add(pixels);
        }
    }

    /** After a failure the buffers still circulate, so that no thread waits forever. */
    private void encode() {
        try {
            for (Pixels pixels = filled.take(); pixels != end; pixels = filled.take()) {
                record(pixels);
                free.add(pixels);
            }
        } catch (InterruptedException e) {
            failure = e;
        }
    }

    private void record(Pixels pixels) {
        try {
            JavaCv.record(recorder, shot, pixels);
        } catch (FrameRecorder.Exception e) {
            failure = e;
        }
    }

    @Override
    public void finish() throws Exception {
        filled.add(end);
        encoder.join();
        recorder.close();
        free.forEach(Pixels::close);
        end.close();
        if (failure != null) {
            throw failure;
        }
    }
}
