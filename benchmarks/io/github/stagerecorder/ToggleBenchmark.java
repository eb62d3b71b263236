package io.github.stagerecorder;

import static org.lwjgl.opengl.GL11C.glFinish;

import io.github.stagerecorder.demo.OffscreenSurface;
import io.github.stagerecorder.demo.Stage;
import java.io.IOException;
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
 * <p>The results are the rows below {@code toggles}. Each round is 30 frames off, 30 frames on, and ends off; a snapshot
 * is taken in the middle of either. The first round is a result of its own, because classes are loaded in it.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1, time = 1)
@Fork(value = 1, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
public class ToggleBenchmark {
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

    /** JMH adds up what iterations and forks report, so there is one of each. Repeat the run instead. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class FrameTimes {
        final ReadTimes off = new ReadTimes();
        final ReadTimes on = new ReadTimes();
        final ReadTimes firstStart = new ReadTimes();
        final ReadTimes starts = new ReadTimes();
        final ReadTimes stops = new ReadTimes();
        final ReadTimes snapshots = new ReadTimes();

        public double offUs() {
            return off.medianUs();
        }

        public double onUs() {
            return on.medianUs();
        }

        public double firstStartLongestUs() {
            return firstStart.longestUs();
        }

        public double startsLongestUs() {
            return starts.longestUs();
        }

        public double startsMedianOfLongestUs() {
            return starts.medianUs();
        }

        public double stopsLongestUs() {
            return stops.longestUs();
        }

        public double stopsMedianOfLongestUs() {
            return stops.medianUs();
        }

        public double snapshotUs() {
            return snapshots.medianUs();
        }
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
            ReadTimes start = new ReadTimes();
            paint(EDGE_FRAMES, start);
            (round == 0 ? times.firstStart : times.starts).add(longestNs(start));
            paint(TURN_FRAMES - EDGE_FRAMES, times.on);
            snapshot(times);
            recording.stop();
            ReadTimes stop = new ReadTimes();
            paint(EDGE_FRAMES, stop);
            times.stops.add(longestNs(stop));
            paint(TURN_FRAMES - EDGE_FRAMES, times.off);
            snapshot(times);
        }
    }

    private static long longestNs(ReadTimes times) {
        return Math.round(times.longestUs() * 1e3);
    }

    private void snapshot(FrameTimes times) {
        recording.snapshot();
        awaitDue(); // as a key comes between two frames
        paint(1, times.snapshots);
    }

    private void paint(int frames, ReadTimes times) {
        for (int i = 0; i < frames; i++, frame++) {
            stage.draw(frame, frame / 30.0);
            glFinish();
            long beforeNs = System.nanoTime();
            recording.frame();
            times.add(System.nanoTime() - beforeNs);
            surface.present();
            awaitDue();
        }
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
