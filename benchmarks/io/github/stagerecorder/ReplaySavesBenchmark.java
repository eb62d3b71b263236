package io.github.stagerecorder;

import static org.lwjgl.opengl.GL33C.glFinish;

import io.github.stagerecorder.demo.OffscreenSurface;
import io.github.stagerecorder.demo.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Measures how much saving a replay delays {@code capture()}. A render loop at 60 frames per second keeps the last five
 * seconds of an MP4 that it records in real time. In every second turn of half a second, another thread makes one save
 * after the other.
 *
 * <p>The results are the rows below {@code turns}: the median and the 99th percentile of the captures with and without
 * saves, and the median of the call that begins a save, on the other thread. Each frame is fully drawn before its
 * capture.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1, time = 6)
@Measurement(iterations = 1, time = 20)
@Fork(
        value = 1,
        jvmArgsAppend = {"--enable-native-access=ALL-UNNAMED", "-XX:CompileThresholdScaling=0.02"})
public class ReplaySavesBenchmark {
    private static final int FRAMES_PER_SECOND = 60;
    private static final int FRAMES_A_TURN = 30;
    private static final long INTERVAL_NS = 1_000_000_000L / FRAMES_PER_SECOND;
    private static final int WIDTH_PX = 1280;
    private static final int HEIGHT_PX = 720;

    private OffscreenSurface surface;
    private Stage stage;
    private Path folder;
    private StageRecorder recorder;
    private ExecutorService saver;
    private volatile boolean isSaving;
    private int frame;
    private long nextNs;

    /** JMH adds up what iterations and forks report, so there is one of each. Repeat the run instead. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Delays {
        final ReadTimes plain = new ReadTimes();
        final ReadTimes withSaves = new ReadTimes();
        final ReadTimes saves = new ReadTimes();

        @Setup(Level.Iteration)
        public void clear() {
            plain.clear();
            withSaves.clear();
            saves.clear();
        }

        public double captureUs() {
            return plain.medianUs();
        }

        public double captureP99Us() {
            return plain.percentileUs(99);
        }

        public double captureWithSavesUs() {
            return withSaves.medianUs();
        }

        public double captureWithSavesP99Us() {
            return withSaves.percentileUs(99);
        }

        public double saveCallUs() {
            return saves.medianUs();
        }

        public int saves() {
            return saves.count();
        }
    }

    @Setup(Level.Trial)
    public void open() throws IOException {
        folder = Files.createTempDirectory("stagerecorder-");
        saver = Executors.newSingleThreadExecutor();
        surface = new OffscreenSurface(WIDTH_PX, HEIGHT_PX);
        stage = new Stage(WIDTH_PX, HEIGHT_PX);
        recorder = StageRecorder.builder(folder.resolve("stage.mp4"))
                .size(WIDTH_PX, HEIGHT_PX)
                .frameRate(FRAMES_PER_SECOND)
                .replay(Duration.ofSeconds(5))
                .start();
    }

    @Benchmark
    public void turns(Delays delays) throws Exception {
        nextNs = System.nanoTime();
        for (int i = 0; i < FRAMES_A_TURN; i++) {
            paint(delays.plain);
        }
        isSaving = true;
        Future<Void> saves = saver.submit(() -> save(delays.saves));
        for (int i = 0; i < FRAMES_A_TURN; i++) {
            paint(delays.withSaves);
        }
        isSaving = false;
        saves.get();
    }

    private void paint(ReadTimes captures) {
        stage.draw(frame, frame / (double) FRAMES_PER_SECOND);
        frame++;
        glFinish();
        long beforeNs = System.nanoTime();
        if (recorder.capture() == CaptureResult.TAKEN) {
            captures.add(System.nanoTime() - beforeNs);
        }
        surface.present();
        nextNs += INTERVAL_NS;
        LockSupport.parkNanos(nextNs - System.nanoTime());
    }

    private Void save(ReadTimes saves) throws IOException {
        while (isSaving) {
            long beforeNs = System.nanoTime();
            CompletableFuture<SavedReplay> save = recorder.saveReplay(folder.resolve("replay.mp4"));
            saves.add(System.nanoTime() - beforeNs);
            Files.delete(save.join().file());
        }
        return null;
    }

    @TearDown(Level.Trial)
    public void close() throws IOException {
        saver.shutdown();
        recorder.close();
        System.out.println(recorder.stats());
        stage.close();
        surface.close();
        Files.delete(folder.resolve("stage.mp4"));
        Files.delete(folder);
    }
}
