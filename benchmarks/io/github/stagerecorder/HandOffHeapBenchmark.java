package io.github.stagerecorder;

import io.github.stagerecorder.endtoend.Allocations;
import io.github.stagerecorder.plan.Availability;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Measures how much Java heap a hand-off allocates, as counted by the virtual machine. The results are the rows {@code
 * renderThreadBytes} and {@code otherThreadsBytes}, per frame. The time of {@code frames} itself means nothing.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@Warmup(iterations = 2)
@Measurement(iterations = 1)
@Fork(
        value = 1,
        jvmArgsAppend = {"--enable-native-access=ALL-UNNAMED", "-XX:CompileThresholdScaling=0.02"})
public class HandOffHeapBenchmark {
    private static final int FRAMES = 500;

    @Param({"64x64", "3840x2160"})
    public String size;

    @Param({"WORKING", "NAPPING"})
    public EncoderThread encoderThread;

    private OpenedRecording recording;

    /** JMH adds up what iterations and forks report, so there is one of each. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Heap {
        public double renderThreadBytes;
        public double otherThreadsBytes;
    }

    @Setup(Level.Trial)
    public void open() {
        Availability.require();
        recording = encoderThread.record(Size.parse(size));
    }

    @Benchmark
    public void frames(Heap heap) throws InterruptedException {
        Allocations allocations = new Allocations();
        for (int i = 0; i < FRAMES; i++) {
            encoderThread.await(recording);
            recording.capture();
        }
        heap.renderThreadBytes = (double) allocations.ownBytesSince() / FRAMES;
        heap.otherThreadsBytes = (double) allocations.othersBytesSince() / FRAMES;
    }

    @TearDown(Level.Trial)
    public void close() {
        recording.requireAllTaken();
        recording.close();
    }
}
