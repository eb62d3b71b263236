package io.github.stagerecorder;

import static org.lwjgl.opengl.GL33C.GL_RENDERER;
import static org.lwjgl.opengl.GL33C.glFinish;
import static org.lwjgl.opengl.GL33C.glGetString;

import io.github.stagerecorder.demo.OffscreenSurface;
import io.github.stagerecorder.demo.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

/**
 * Measures how much frame rate recording costs. A render loop draws as fast as it can, in turns without and with {@code
 * capture()}, and records into an MP4 in real time at 60 frames per second.
 *
 * <p>The results are the rows below {@code turns}: the frames per second of each, the loss in percent, and the median
 * and the 99th percentile of the captures that took a frame. On a software renderer the drawing, the encoder and the
 * loop share the cores, so the loss is caused by the encoder. On a graphics card it is caused by the recorder.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1, time = 5)
@Measurement(iterations = 1, time = 20)
@Fork(
        value = 1,
        jvmArgsAppend = {"--enable-native-access=ALL-UNNAMED", "-XX:CompileThresholdScaling=0.02"})
public class FrameRateBenchmark {
    private static final long TURN_NS = 250_000_000L;

    @Param({"1920x1080", "3840x2160"})
    public String size;

    private OffscreenSurface surface;
    private Stage stage;
    private Path file;
    private StageRecorder recorder;
    private int frame;

    /** JMH adds up what iterations and forks report, so there is one of each. Repeat the run instead. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Rates {
        final ReadTimes captures = new ReadTimes();
        private long plainFrames;
        private long plainNs;
        private long recordedFrames;
        private long recordedNs;

        @Setup(Level.Iteration)
        public void clear() {
            captures.clear();
            plainFrames = plainNs = recordedFrames = recordedNs = 0;
        }

        public double plainFps() {
            return plainFrames * 1e9 / plainNs;
        }

        public double recordedFps() {
            return recordedFrames * 1e9 / recordedNs;
        }

        public double lossPercent() {
            return 100 * (1 - recordedFps() / plainFps());
        }

        public double captureUs() {
            return captures.medianUs();
        }

        public double captureP99Us() {
            return captures.percentileUs(99);
        }
    }

    @Setup(Level.Trial)
    public void open() throws IOException {
        Size px = Size.parse(size);
        surface = new OffscreenSurface(px.widthPx(), px.heightPx());
        stage = new Stage(px.widthPx(), px.heightPx());
        file = Files.createTempFile("stagerecorder-", ".mp4");
        recorder = StageRecorder.builder(file)
                .overwrite(true)
                .size(px.widthPx(), px.heightPx())
                .frameRate(60)
                .start();
    }

    @Benchmark
    public void turns(Rates rates) {
        long startNs = System.nanoTime();
        recorder.pause();
        rates.plainFrames += draw(startNs + TURN_NS, null);
        long middleNs = System.nanoTime();
        recorder.resume();
        rates.recordedFrames += draw(middleNs + TURN_NS, rates.captures);
        rates.plainNs += middleNs - startNs;
        rates.recordedNs += System.nanoTime() - middleNs;
    }

    /** @return the number of frames that there was time for */
    private int draw(long untilNs, ReadTimes captures) {
        int drawn = 0;
        for (; System.nanoTime() < untilNs; drawn++) {
            stage.draw(frame, frame / 60.0);
            frame++;
            if (captures != null) {
                capture(captures);
            }
            surface.present();
        }
        glFinish();
        return drawn;
    }

    private void capture(ReadTimes captures) {
        long beforeNs = System.nanoTime();
        CaptureResult result = recorder.capture();
        if (result == CaptureResult.TAKEN) {
            captures.add(System.nanoTime() - beforeNs);
        }
    }

    @TearDown(Level.Trial)
    public void close() throws IOException {
        recorder.close();
        System.out.println(glGetString(GL_RENDERER) + ": " + recorder.stats());
        stage.close();
        surface.close();
        Files.delete(file);
        if (recorder.stats().delivered() == 0) {
            throw new IllegalStateException("nothing was recorded: " + recorder.stats());
        }
    }
}
