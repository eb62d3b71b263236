package io.github.stagerecorder;

import io.github.stagerecorder.report.Report;
import io.github.stagerecorder.report.Results;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
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
 * Counts the bytes of each frame that are copied between the read and the bin's input. Two controls make a copy on
 * purpose, which must be detected.
 *
 * <p>The results are the rows below {@code count}, in bytes per frame. The time means nothing. {@link CopyRun} does the
 * counting, in a process that preloads the copy counter.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@Fork(1)
public class CopiesBenchmark {
    private static final int FRAMES = 30;

    @Param({"1920x1080", "3840x2160"})
    public String size;

    @Param
    public CopyPath path;

    /** Holds the rows below {@code count}. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class BytesPerFrame {
        public long copied;
        public long foreign;
        public long read;
    }

    @Benchmark
    public void count(BytesPerFrame bytes) throws IOException, InterruptedException {
        Size px = Size.parse(size);
        CopyFigures figures = CopyRun.of(px.widthPx(), px.heightPx(), FRAMES, path);
        bytes.copied = figures.copiedBytes();
        bytes.foreign = figures.foreignBytes();
        bytes.read = figures.readBytes();
        requireCaught(figures);
        note(figures);
    }

    private void requireCaught(CopyFigures figures) {
        if (path == CopyPath.CONTROL_MEMCPY && figures.copiedBytes() < figures.frameBytes()
                || path == CopyPath.CONTROL_ADDRESS && figures.foreignBytes() == 0) {
            throw new IllegalStateException("a copy was not noticed: " + path + " gave " + figures);
        }
    }

    private void note(CopyFigures figures) throws IOException {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("size", size);
        row.put("path", path);
        row.put("frameBytes", figures.frameBytes());
        row.put("readBytes", figures.readBytes());
        row.put("copiedBytes", figures.copiedBytes());
        row.put("copiers", figures.copiers());
        row.put("foreignBytes", figures.foreignBytes());
        row.put("behindBytes", figures.behindBytes());
        Results.add(Report.COPIES, row);
        Report.write(Results.folder());
    }
}
