package io.github.stagerecorder;

import static org.lwjgl.opengl.GL11C.glFinish;

import io.github.stagerecorder.demo.OffscreenSurface;
import io.github.stagerecorder.demo.Stage;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Measures what a render loop at 30 frames a second notices of a {@link RecordingSwitch}: how long {@code frame()} takes
 * while it is off and on, over each start and stop, and with a snapshot.
 *
 * <p>The results are the rows below {@code toggles}. Each of 12 rounds is a start, 31 frames, a stop and 31 frames; the
 * last of either is a snapshot.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1, time = 1)
@Fork(value = 1, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
public class ToggleBenchmark {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int ROUNDS = 12;
    private static final int LOADING_FRAMES = 90;
    private static final int TURN_FRAMES = 30;
    private static final int EDGE_FRAMES = 12; // after a start or a stop
    private static final long INTERVAL_NS = 33_333_333;

    @Param({"1920x1080", "3840x2160"})
    public String size;

    private OffscreenSurface surface;
    private Stage stage;
    private Path folder;
    private RecordingSwitch recording;
    private int frame;
    private long dueNs;
    private long cpuNs; // of the last frame()

    /** JMH adds up what iterations and forks report, so there is one of each. Repeat the run instead. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class FrameTimes {
        final ReadTimes off = new ReadTimes();
        final ReadTimes on = new ReadTimes();
        final ReadTimes snapshots = new ReadTimes();
        final Edges starts = new Edges();
        final Edges stops = new Edges();

        public double offUs() {
            return off.medianUs();
        }

        public double onUs() {
            return on.medianUs();
        }

        public double snapshotUs() {
            return snapshots.medianUs();
        }

        public double startUs() {
            return starts.longest.medianUs();
        }

        public double startCpuUs() {
            return starts.longestCpu.medianUs();
        }

        public double startWorstUs() {
            return starts.longest.longestUs();
        }

        public double stopUs() {
            return stops.longest.medianUs();
        }

        public double stopCpuUs() {
            return stops.longestCpu.medianUs();
        }

        public double stopWorstUs() {
            return stops.longest.longestUs();
        }
    }

    /** The longest frame after each start, or after each stop. */
    private static final class Edges {
        final ReadTimes longest = new ReadTimes();
        final ReadTimes longestCpu = new ReadTimes();
    }

    @Setup(Level.Trial)
    public void open() throws IOException {
        Size px = Size.parse(size);
        surface = new OffscreenSurface(px.widthPx(), px.heightPx());
        stage = new Stage(px.widthPx(), px.heightPx());
        folder = Files.createTempDirectory("stagerecorder-");
        recording = RecordingSwitch.into(folder).create();
        dueNs = System.nanoTime();
    }

    @Benchmark
    public void toggles(FrameTimes times) {
        paint(LOADING_FRAMES, new ReadTimes()); // GStreamer is loaded and the encoder tried
        for (int round = 0; round < ROUNDS; round++) {
            recording.start();
            paint(times.starts);
            paint(TURN_FRAMES - EDGE_FRAMES, times.on);
            snapshot(times);
            recording.stop();
            paint(times.stops);
            paint(TURN_FRAMES - EDGE_FRAMES, times.off);
            snapshot(times);
        }
    }

    private void snapshot(FrameTimes times) {
        recording.snapshot();
        awaitDue(); // as a key comes between two frames
        paint(1, times.snapshots);
    }

    private void paint(Edges edges) {
        long longestNs = 0;
        long longestCpuNs = 0;
        for (int i = 0; i < EDGE_FRAMES; i++) {
            longestNs = Math.max(longestNs, paint());
            longestCpuNs = Math.max(longestCpuNs, cpuNs);
            awaitDue();
        }
        edges.longest.add(longestNs);
        edges.longestCpu.add(longestCpuNs);
    }

    private void paint(int frames, ReadTimes times) {
        for (int i = 0; i < frames; i++) {
            times.add(paint());
            awaitDue();
        }
    }

    /** Returns how long frame() took. The drawing is done before. */
    private long paint() {
        stage.draw(frame, frame / 30.0);
        frame++;
        glFinish();
        long beforeCpuNs = THREADS.getCurrentThreadCpuTime();
        long beforeNs = System.nanoTime();
        recording.frame();
        long tookNs = System.nanoTime() - beforeNs;
        cpuNs = THREADS.getCurrentThreadCpuTime() - beforeCpuNs;
        return tookNs;
    }

    private void awaitDue() {
        dueNs = Math.max(dueNs + INTERVAL_NS, System.nanoTime());
        while (System.nanoTime() < dueNs) {
            LockSupport.parkNanos(dueNs - System.nanoTime());
        }
    }

    @TearDown(Level.Trial)
    public void close() throws IOException {
        recording.close();
        stage.close();
        surface.close();
        int files = 0;
        try (DirectoryStream<Path> made = Files.newDirectoryStream(folder)) {
            for (Path file : made) {
                files += file.toString().endsWith(".mp4") ? 1 : 0;
                Files.delete(file);
            }
        }
        Files.delete(folder);
        if (files == 0) {
            throw new IllegalStateException("nothing was recorded");
        }
    }
}
