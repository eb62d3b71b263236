package io.github.stagerecorder;

import io.github.stagerecorder.encode.EncoderPlan;
import io.github.stagerecorder.encode.Unconverted;
import io.github.stagerecorder.frame.PixelFormat;
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
 * What {@code capture()} costs the render thread besides reading pixels: claim a slot, stamp, count, queue, wake the
 * encoder thread. Only the readback is left out; the encoder thread, the wrapping and pushing, a running pipeline and
 * the slot's way back are real.
 *
 * <p>Each frame is captured with all slots free and the encoder thread asleep, as a paced render loop finds it; to wake
 * it is most of the cost. The wait for that is not measured, and ends in a busy moment, which stands for drawing: the
 * core is awake. What the pipeline does with a frame is not measured either; but to convert an 8K frame would leave
 * cold caches and a busy machine to the next capture, so the pipeline gives the frames back unconverted.
 *
 * <p>Sample mode is for the median. Average mode is for the allocation, since taking samples allocates.
 */
@State(Scope.Thread)
@BenchmarkMode({Mode.SampleTime, Mode.AverageTime})
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 3)
@Fork(value = 1, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
public class HandOffBenchmark {
    /** It must not keep the last frame, or a slot would never come back. */
    private static final String SINK = "fakesink enable-last-sample=false";

    private static final long DRAWING_NS = 100_000L;

    @Param({"64x64", "1920x1080", "3840x2160", "7680x4320"})
    public String size;

    private OpenedRecording recording;

    @Setup(Level.Trial)
    public void open() {
        Availability.require();
        Size px = Size.parse(size);
        RecorderBuilder options = StageRecorder.builder().size(px.widthPx(), px.heightPx()).pipeline(SINK);
        EncoderPlan plan = Unconverted.plan(OpenedRecording.plan(options, PixelFormat.RGBX));
        recording = new OpenedRecording(options, plan, new NoReadback());
    }

    @Setup(Level.Invocation)
    public void settle() {
        recording.awaitAllDelivered();
        long drawnNs = System.nanoTime() + DRAWING_NS;
        while (System.nanoTime() < drawnNs) {
            Thread.onSpinWait();
        }
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
