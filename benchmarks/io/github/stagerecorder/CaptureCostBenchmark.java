package io.github.stagerecorder;

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
 * {@code capture()} against the bare {@code glReadPixels} of the same pixels in the same format, into the same slots.
 *
 * <p>Both are done in turns while the encoder works as fast as it can, so that it is as busy for the one as for the
 * other; in every second pair the capture comes first. A frame is drawn to its end before each.
 *
 * <p>The figures are the rows beneath {@code pair}: the median of each in microseconds, and their ratio. The time of
 * {@code pair} itself has the drawing and the waiting in it and means nothing. A run has only some hundred frames;
 * the JVM is told to compile that much sooner, as a render loop's code is compiled after its first seconds.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1, time = 5)
@Measurement(iterations = 1, time = 20)
@Fork(value = 1, jvmArgsAppend = {"--enable-native-access=ALL-UNNAMED", "-XX:CompileThresholdScaling=0.02"})
public class CaptureCostBenchmark {
    @Param({"1280x720", "1920x1080", "3840x2160"})
    public String size;

    private RecordedStage stage;
    private boolean captureFirst;

    /** JMH adds up what iterations and forks report, so there is one of each: repeat the run instead. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Cost {
        final ReadTimes captures = new ReadTimes();
        final ReadTimes bareReads = new ReadTimes();

        @Setup(Level.Iteration)
        public void clear(BenchmarkParams params) {
            if (params.getForks() > 1 || params.getMeasurement().getCount() > 1) {
                throw new IllegalArgumentException("one fork and one iteration only: JMH would add up the medians");
            }
            captures.clear();
            bareReads.clear();
        }

        public double bareUs() {
            return bareReads.medianUs();
        }

        public double captureUs() {
            return captures.medianUs();
        }

        public double ratio() {
            return captureUs() / bareUs();
        }

        public int pairs() {
            return captures.count();
        }
    }

    @Setup(Level.Trial)
    public void open() throws IOException {
        Availability.require();
        stage = new RecordedStage(Size.parse(size));
    }

    @Benchmark
    public void pair(Cost cost) {
        if (captureFirst) {
            cost.captures.add(stage.captureNs());
        }
        cost.bareReads.add(stage.bareReadNs());
        if (!captureFirst) {
            cost.captures.add(stage.captureNs());
        }
        captureFirst = !captureFirst;
    }

    @TearDown(Level.Trial)
    public void close() throws IOException {
        stage.close();
    }
}
