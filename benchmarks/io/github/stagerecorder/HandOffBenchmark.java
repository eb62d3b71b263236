package io.github.stagerecorder;

import io.github.stagerecorder.plan.Availability;
import java.util.concurrent.TimeUnit;
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
 * Measures what {@code capture()} costs the render thread besides reading pixels: it claims a slot, stamps, counts and
 * queues the frame. Only the readback is left out. The encoder thread, the wrapping and pushing, the running pipeline
 * and the return of the slot are real. The result depends on the {@link EncoderThread}'s state; waiting for that state
 * is not measured. Look at the median.
 *
 * <p>JMH's gc profiler shows JMH's own samples here. {@link HandOffHeapBenchmark} measures the heap.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 1, time = 8)
@Fork(
        value = 1,
        jvmArgsAppend = {"--enable-native-access=ALL-UNNAMED", "-XX:CompileThresholdScaling=0.02"})
public class HandOffBenchmark {
    /** With only five hand-offs per second, the warm-up alone would not get the code compiled. */
    private static final int COMPILED_AFTER = 5_000;

    @Param({"64x64", "1920x1080", "3840x2160", "8192x8192"})
    public String size;

    @Param({"WORKING", "NAPPING", "ASLEEP"})
    public EncoderThread encoderThread;

    private OpenedRecording recording;

    @Setup(Level.Trial)
    public void open() throws InterruptedException {
        Availability.require();
        recording = encoderThread.record(Size.parse(size));
        for (int i = 0; encoderThread == EncoderThread.ASLEEP && i < COMPILED_AFTER; i++) {
            EncoderThread.NAPPING.await(recording);
            handOff();
        }
    }

    @Setup(Level.Invocation)
    public void settle() throws InterruptedException {
        encoderThread.await(recording);
    }

    @Benchmark
    public CaptureResult handOff() {
        return recording.capture();
    }

    /** Closing would count as allocation of the last iteration, so it is left to the recorder's shutdown hook. */
    @TearDown(Level.Trial)
    public void check() {
        recording.requireAllTaken();
    }
}
