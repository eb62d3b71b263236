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
 * Runs {@link EndToEndBenchmark} at a screen's pace, where frames may be dropped. It shows what the render thread
 * notices.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@Fork(
        value = 1,
        jvmArgsAppend = {"--enable-native-access=ALL-UNNAMED", "-Djava.awt.headless=true"})
public class PacedBenchmark {
    private static final double SECONDS = 2;

    @Param({"30", "60"})
    public int fps;

    @Param("1")
    public int round;

    @Param({"1280x720", "1920x1080", "3840x2160"})
    public String size;

    @Param
    public Way way;

    @Benchmark
    public void record() throws Exception {
        Recordings.record(Size.parse(size), fps, true, (int) (SECONDS * fps), way, round);
    }
}
