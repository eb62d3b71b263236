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
 * What {@code capture()} costs the render thread besides reading pixels: claim a slot, stamp, count, queue. Only the
 * readback is left out; the encoder thread, the wrapping and pushing, a running pipeline and the slot's way back are
 * real.
 *
 * <p>The encoder thread is found in one of three states:
 * <ul>
 *   <li>WORKING: it converts earlier frames, and a slot has just come back (large frames only: small ones are done
 *       before the next capture);
 *   <li>NAPPING: it has nothing to do and looks every 2 ms, as between the frames of a paced render loop;
 *   <li>ASLEEP: no frame has come for a while, and the capture has to wake it: the first one after a pause.
 * </ul>
 *
 * <p>The waits are not measured, and end in a busy moment, which stands for drawing: the core is awake. Where nothing
 * is to be converted the pipeline gives the frames back as they are, since to convert an 8K frame would leave cold
 * caches and a busy machine to the next capture.
 *
 * <p>The median counts. What JMH's gc profiler shows here is JMH's own samples: the end-to-end report has the heap that
 * a recording takes for a frame.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 1, time = 8)
@Fork(value = 1, jvmArgsAppend = {"--enable-native-access=ALL-UNNAMED", "-XX:CompileThresholdScaling=0.02"})
public class HandOffBenchmark {
    /** It must not keep the last frame, or a slot would never come back. */
    private static final String SINK = "fakesink enable-last-sample=false";

    private static final long DRAWING_NS = 100_000L;
    private static final long SLEEP_MS = 200; // longer than all naps in a row

    /** How the encoder thread is found. */
    public enum EncoderThread { WORKING, NAPPING, ASLEEP }

    @Param({"64x64", "1920x1080", "3840x2160", "8192x8192"})
    public String size;

    @Param({"WORKING", "NAPPING", "ASLEEP"})
    public EncoderThread encoderThread;

    private OpenedRecording recording;

    @Setup(Level.Trial)
    public void open() {
        Availability.require();
        Size px = Size.parse(size);
        RecorderBuilder options = StageRecorder.builder()
                .size(px.widthPx(), px.heightPx()).memoryBudget(4L << 30).pipeline(SINK);
        EncoderPlan plan = OpenedRecording.plan(options, PixelFormat.RGBX);
        boolean converts = encoderThread == EncoderThread.WORKING;
        recording = new OpenedRecording(options, converts ? plan : Unconverted.plan(plan), new NoReadback());
    }

    @Setup(Level.Invocation)
    public void settle() throws InterruptedException {
        if (encoderThread == EncoderThread.WORKING) {
            recording.claim().abandon();
            return;
        }
        recording.awaitAllDelivered();
        if (encoderThread == EncoderThread.ASLEEP) {
            Thread.sleep(SLEEP_MS);
        }
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
