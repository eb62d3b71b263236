package io.github.stagerecorder;

import static org.lwjgl.opengl.GL33C.GL_RGBA;
import static org.lwjgl.opengl.GL33C.GL_UNSIGNED_BYTE;
import static org.lwjgl.opengl.GL33C.glFinish;
import static org.lwjgl.opengl.GL33C.nglReadPixels;

import io.github.stagerecorder.demo.OffscreenSurface;
import io.github.stagerecorder.demo.Stage;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.lwjgl.system.MemoryUtil;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Measures how long {@code start()} holds the render thread, and the slowest of the first captures beside the bare read
 * of the same frames and the trial reads, because a capture may take as long as both together. Each start has a process of its own. The results are the rows below {@code startAndCapture}; its
 * own time includes all of the recording and means nothing.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@Fork(value = 1, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
public class StartBenchmark {
    private static final int CAPTURES = 30;
    private static final int FPS = 60;

    /** What the process has done before. */
    public enum Before {
        NOTHING,
        PREPARED,
        RECORDED
    }

    @Param({"1280x720", "1920x1080", "3840x2160"})
    public String size;

    @Param
    public Before before;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private Size px;
    private Path folder;
    private OffscreenSurface surface;
    private Stage stage;
    private long pixels;

    /** There is one iteration and one fork, so that JMH adds nothing up. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Cost {
        public double startMs;
        public double startCpuMs;
        public double slowestBareMs;
        public double slowestBareCpuMs;
        public double slowestTrialMs;
        public double slowestTrialCpuMs;
        public double slowestCaptureMs;
        public double slowestCaptureCpuMs;
    }

    @Setup(Level.Trial)
    public void open() throws IOException {
        px = Size.parse(size);
        folder = Files.createTempDirectory("stagerecorder-");
        surface = new OffscreenSurface(px.widthPx(), px.heightPx());
        stage = new Stage(px.widthPx(), px.heightPx());
        pixels = MemoryUtil.nmemCallocChecked((long) px.widthPx() * px.heightPx(), 4);
        goOn();
        switch (before) {
            case NOTHING -> {}
            case PREPARED -> {
                builder("prepared.mp4").prepare().join();
                goOn();
            }
            case RECORDED -> record(new Cost(), "before.mp4");
        }
    }

    /** The application has been running for a while. */
    private void goOn() {
        for (int i = 0; i < CAPTURES; i++) {
            long fromFrameNs = System.nanoTime();
            draw(i);
            readBare();
            pace(fromFrameNs);
        }
    }

    private RecorderBuilder builder(String file) {
        return StageRecorder.builder(folder.resolve(file)).frameRate(FPS);
    }

    @Benchmark
    public void startAndCapture(Cost cost) {
        record(cost, "stage.mp4");
    }

    private void record(Cost cost, String file) {
        draw(0);
        long fromNs = System.nanoTime();
        long fromCpuNs = threads.getCurrentThreadCpuTime();
        StageRecorder recorder = builder(file).start();
        cost.startCpuMs = ms(threads.getCurrentThreadCpuTime() - fromCpuNs);
        cost.startMs = ms(System.nanoTime() - fromNs);
        for (int i = 0; i < CAPTURES; i++) {
            draw(i);
            long fromFrameNs = System.nanoTime();
            bare(cost);
            capture(recorder, cost);
            pace(fromFrameNs);
        }
        recorder.close();
        TrialReads.measure(px, (timeNs, cpuNs) -> {
            cost.slowestTrialMs = Math.max(cost.slowestTrialMs, ms(timeNs));
            cost.slowestTrialCpuMs = Math.max(cost.slowestTrialCpuMs, ms(cpuNs));
        });
    }

    private void bare(Cost cost) {
        long fromNs = System.nanoTime();
        long fromCpuNs = threads.getCurrentThreadCpuTime();
        readBare();
        cost.slowestBareCpuMs = Math.max(cost.slowestBareCpuMs, ms(threads.getCurrentThreadCpuTime() - fromCpuNs));
        cost.slowestBareMs = Math.max(cost.slowestBareMs, ms(System.nanoTime() - fromNs));
    }

    private void capture(StageRecorder recorder, Cost cost) {
        long fromNs = System.nanoTime();
        long fromCpuNs = threads.getCurrentThreadCpuTime();
        recorder.capture();
        cost.slowestCaptureCpuMs =
                Math.max(cost.slowestCaptureCpuMs, ms(threads.getCurrentThreadCpuTime() - fromCpuNs));
        cost.slowestCaptureMs = Math.max(cost.slowestCaptureMs, ms(System.nanoTime() - fromNs));
    }

    private static void pace(long fromNs) {
        long leftNs = TimeUnit.SECONDS.toNanos(1) / FPS - (System.nanoTime() - fromNs);
        try {
            TimeUnit.NANOSECONDS.sleep(leftNs);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void draw(int frame) {
        stage.draw(frame, (double) frame / FPS);
        glFinish();
    }

    private void readBare() {
        nglReadPixels(0, 0, px.widthPx(), px.heightPx(), GL_RGBA, GL_UNSIGNED_BYTE, pixels);
    }

    private static double ms(long timeNs) {
        return timeNs / 1e6;
    }

    @TearDown(Level.Trial)
    public void close() throws IOException {
        MemoryUtil.nmemFree(pixels);
        stage.close();
        surface.close();
        for (String file : folder.toFile().list()) {
            Files.delete(folder.resolve(file));
        }
        Files.delete(folder);
    }
}
