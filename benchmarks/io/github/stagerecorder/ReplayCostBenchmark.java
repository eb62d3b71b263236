package io.github.stagerecorder;

import com.sun.management.OperatingSystemMXBean;
import io.github.stagerecorder.demo.OffscreenSurface;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
 * Measures what a replay costs while nothing is saved. Two recordings of small frames, which differ only in that one
 * keeps the last five seconds, take turns of a thousand frames. Each frame is one packet.
 *
 * <p>The results are the rows below {@code turns}: the processor time of the whole process for each frame, without and
 * with a replay, and the difference. The system counts in steps of 10 ms, so all turns are added up. The time of {@code
 * turns} itself means nothing.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1, time = 5)
@Measurement(iterations = 1, time = 20)
@Fork(
        value = 1,
        jvmArgsAppend = {"--enable-native-access=ALL-UNNAMED", "-XX:CompileThresholdScaling=0.02"})
public class ReplayCostBenchmark {
    private static final int FRAMES = 1000;
    private static final int SIZE_PX = 64;
    private static final String DESCRIPTION =
            "x264enc tune=zerolatency speed-preset=ultrafast key-int-max=30 threads=1 ! matroskamux";

    private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private OffscreenSurface surface;
    private Path folder;
    private StageRecorder plain;
    private StageRecorder kept;
    private boolean keptFirst;

    /** JMH adds up what iterations and forks report, so there is one of each. Repeat the run instead. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Cost {
        private long plainNs;
        private long keptNs;
        private long frames;

        @Setup(Level.Iteration)
        public void clear() {
            plainNs = keptNs = frames = 0;
        }

        public double plainUs() {
            return plainNs / 1e3 / frames;
        }

        public double keptUs() {
            return keptNs / 1e3 / frames;
        }

        public double packetUs() {
            return keptUs() - plainUs();
        }

        public long framesOfEach() {
            return frames;
        }
    }

    @Setup(Level.Trial)
    public void open() throws IOException {
        folder = Files.createTempDirectory("stagerecorder-");
        surface = new OffscreenSurface(SIZE_PX, SIZE_PX);
        plain = recorder("plain.mkv").start();
        kept = recorder("kept.mkv").replay(Duration.ofSeconds(5)).start();
    }

    private RecorderBuilder recorder(String name) {
        return StageRecorder.builder(folder.resolve(name))
                .size(SIZE_PX, SIZE_PX)
                .timing(Timing.FRAME_BY_FRAME)
                .whenBehind(WhenBehind.WAIT)
                .pipeline(DESCRIPTION);
    }

    @Benchmark
    public void turns(Cost cost) {
        if (keptFirst) {
            cost.keptNs += cpuNs(kept);
        }
        cost.plainNs += cpuNs(plain);
        if (!keptFirst) {
            cost.keptNs += cpuNs(kept);
        }
        cost.frames += FRAMES;
        keptFirst = !keptFirst;
    }

    private long cpuNs(StageRecorder recorder) {
        long beforeNs = system.getProcessCpuTime();
        for (int i = 0; i < FRAMES; i++) {
            recorder.capture();
        }
        while (recorder.stats().delivered() < recorder.stats().taken()) {
            LockSupport.parkNanos(1_000_000);
        }
        return system.getProcessCpuTime() - beforeNs;
    }

    @TearDown(Level.Trial)
    public void close() throws IOException {
        plain.close();
        kept.close();
        surface.close();
        Files.delete(folder.resolve("plain.mkv"));
        Files.delete(folder.resolve("kept.mkv"));
        Files.delete(folder);
    }
}
