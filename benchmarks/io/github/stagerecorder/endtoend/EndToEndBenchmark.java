package io.github.stagerecorder.endtoend;

import io.github.stagerecorder.Size;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Measures the whole path from drawing to the finished file, as fast as possible and without losing a frame. It
 * compares this library with its alternatives.
 *
 * <p>JMH changes the last parameter first, so the ways take turns in each round, each in its own process. The results
 * are in {@code target/benchmarks}. JMH's own time includes opening and checking the file and means nothing. The first
 * sixth of each recording is the warm-up.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@Fork(
        value = 1,
        jvmArgsAppend = {"--enable-native-access=ALL-UNNAMED", "-Djava.awt.headless=true"})
public class EndToEndBenchmark {
    /** This takes a few seconds with the slowest way. */
    private static final double PIXELS = 200e6;

    private static final int FILE_FPS = 30;

    @Param({"1", "2", "3"})
    public int round;

    @Param({"1280x720", "1920x1080", "3840x2160"})
    public String size;

    @Param
    public Way way;

    @Benchmark
    public void record() throws Exception {
        Size px = Size.parse(size);
        int frames = (int) (PIXELS / Math.sqrt((double) px.widthPx() * px.heightPx() * 1280 * 720));
        Recordings.record(px, FILE_FPS, false, frames, way, round);
    }
}
