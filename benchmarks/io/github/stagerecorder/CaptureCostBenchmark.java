package io.github.stagerecorder;

import io.github.stagerecorder.plan.Availability;
import io.github.stagerecorder.settings.PixelFormat;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
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
import org.openjdk.jmh.infra.BenchmarkParams;

/**
 * Compares {@code capture()} with a bare {@code glReadPixels} of the same pixels in the same format. Both read into the
 * same slots. If the driver owns the slots' memory, the bare read uses the benchmark's own memory instead.
 *
 * <p>The two alternate under the same load, and the capture comes first in every second pair. The frame is fully drawn
 * before each of them. In half of the pairs the encoder is as busy as it can be. In the other half each read waits
 * until the encoder is idle.
 *
 * <p>The results are the rows below {@code pair}: the median of each in microseconds, and their ratio. The time of
 * {@code pair} itself includes drawing and waiting and means nothing. A run has only a few hundred frames, so the JVM
 * is told to compile sooner: a real render loop is compiled after its first seconds.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1, time = 3)
@Measurement(iterations = 1, time = 6)
@Fork(
        value = 1,
        jvmArgsAppend = {"--enable-native-access=ALL-UNNAMED", "-XX:CompileThresholdScaling=0.02"})
public class CaptureCostBenchmark {
    private static final int PAIRS_IN_A_ROW = 8;

    @Param({"1280x720", "1920x1080", "3840x2160", "7680x4320"})
    public String size;

    @Param({"CLIENT", "MAPPED", "PERSISTENT", "PINNED"})
    public ReadStrategy strategy;

    @Param({"BGRX", "RGBX"})
    public PixelFormat format;

    private RecordedStage stage;
    private int pairs;

    /** JMH adds up what iterations and forks report, so there is one of each. Repeat the run instead. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Cost {
        final ReadTimes busyCaptures = new ReadTimes();
        final ReadTimes busyReads = new ReadTimes();
        final ReadTimes idleCaptures = new ReadTimes();
        final ReadTimes idleReads = new ReadTimes();

        @Setup(Level.Iteration)
        public void clear(BenchmarkParams params) {
            if (params.getForks() > 1 || params.getMeasurement().getCount() > 1) {
                throw new IllegalArgumentException("one fork and one iteration only: JMH would add up the medians");
            }
            busyCaptures.clear();
            busyReads.clear();
            idleCaptures.clear();
            idleReads.clear();
        }

        public double busyBareUs() {
            return busyReads.medianUs();
        }

        public double busyCaptureUs() {
            return busyCaptures.medianUs();
        }

        public double busyRatio() {
            return busyCaptureUs() / busyBareUs();
        }

        public double idleBareUs() {
            return idleReads.medianUs();
        }

        public double idleCaptureUs() {
            return idleCaptures.medianUs();
        }

        public double idleRatio() {
            return idleCaptureUs() / idleBareUs();
        }

        public int pairs() {
            return busyReads.count() + idleReads.count();
        }
    }

    @Setup(Level.Trial)
    public void open() throws IOException {
        Availability.require();
        stage = new RecordedStage(Size.parse(size), strategy, format);
    }

    @Benchmark
    public void pair(Cost cost) {
        boolean idle = pairs / PAIRS_IN_A_ROW % 2 == 1;
        boolean captureFirst = pairs % 2 == 1;
        pairs++;
        if (captureFirst) {
            capture(cost, idle);
        }
        read(cost, idle);
        if (!captureFirst) {
            capture(cost, idle);
        }
    }

    private void capture(Cost cost, boolean idle) {
        if (idle) {
            stage.awaitIdle();
        }
        (idle ? cost.idleCaptures : cost.busyCaptures).add(stage.captureNs());
    }

    private void read(Cost cost, boolean idle) {
        if (idle) {
            stage.awaitIdle();
        }
        (idle ? cost.idleReads : cost.busyReads).add(stage.bareReadNs());
    }

    @TearDown(Level.Trial)
    public void close() throws IOException {
        stage.close();
    }
}
