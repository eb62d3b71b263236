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
 * What {@code capture()} costs the render thread besides reading pixels: claim a slot, stamp, count, queue. Only the
 * readback is left out; the encoder thread, the wrapping and pushing, a running pipeline and the slot's way back are
 * real. How it finds the {@link EncoderThread} decides; the waits for that are not measured. The median counts.
 *
 * <p>What JMH's gc profiler shows here is JMH's own samples: {@link HandOffHeapBenchmark} has the heap.
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
    /** Where a hand-over comes only five times a second, none would be compiled in the warm-up. */
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

    /** Closing would count as allocation of the last iteration: it is left to the recorder's shutdown hook. */
    @TearDown(Level.Trial)
    public void check() {
        recording.requireAllTaken();
    }
}
