package io.github.stagerecorder;

import com.sun.management.ThreadMXBean;
import io.github.stagerecorder.demo.OffscreenSurface;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
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
 * Measures what sound costs besides its encoder: the writes, and the thread that places, resamples and pushes it. A
 * hundred frames and as many blocks of 48 kHz stereo are recorded in each of five seconds. The results are the
 * processor time as a share of one core, in percent, and the heap bytes for each block. The time of {@code blocks}
 * itself means nothing.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@Warmup(iterations = 1)
@Measurement(iterations = 1)
@Fork(
        value = 1,
        jvmArgsAppend = {"--enable-native-access=ALL-UNNAMED", "-XX:CompileThresholdScaling=0.02"})
public class SoundBenchmark {
    private static final int BLOCKS = 500;
    private static final long BLOCK_NS = 10_000_000L;
    private static final int RATE_HZ = 48_000;
    private static final int CHANNELS = 2;
    private static final int SIZE_PX = 64;
    private static final String FEEDER = "stagerecorder-sound";

    @Param
    public Timing timing;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final FloatBuffer block = ByteBuffer.allocateDirect(RATE_HZ / 100 * CHANNELS * Float.BYTES)
            .order(ByteOrder.nativeOrder())
            .asFloatBuffer();
    private Path file;
    private OffscreenSurface surface;
    private StageRecorder recorder;
    private long feeder;
    private long recorded;

    /** JMH adds up what iterations and forks report, so there is one of each. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Cost {
        public double writesPercent;
        public double feederPercent;
        public double heapBytes;
    }

    @Setup(Level.Trial)
    public void open() throws IOException {
        file = Files.createTempFile("sound", ".mkv");
        surface = new OffscreenSurface(SIZE_PX, SIZE_PX);
        recorder = StageRecorder.builder(file)
                .overwrite(true)
                .size(SIZE_PX, SIZE_PX)
                .frameRate((int) (1_000_000_000L / BLOCK_NS))
                .timing(timing)
                .audio(RATE_HZ, CHANNELS, SampleFormat.F32)
                .start();
        feeder = Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                .filter(thread -> thread != null && thread.getThreadName().equals(FEEDER))
                .findFirst()
                .orElseThrow()
                .getThreadId();
    }

    @Benchmark
    public void blocks(Cost cost) {
        long beginNs = System.nanoTime();
        long feederNs = threads.getThreadCpuTime(feeder);
        long feederBytes = threads.getThreadAllocatedBytes(feeder);
        long writesNs = 0;
        long writesBytes = 0;
        for (int i = 0; i < BLOCKS; i++, recorded++) {
            capture();
            long beforeBytes = threads.getCurrentThreadAllocatedBytes();
            long beforeNs = threads.getCurrentThreadCpuTime();
            write();
            writesNs += threads.getCurrentThreadCpuTime() - beforeNs;
            writesBytes += threads.getCurrentThreadAllocatedBytes() - beforeBytes;
            LockSupport.parkNanos(beginNs + (i + 1) * BLOCK_NS - System.nanoTime());
        }
        double percentPerNs = 100.0 / (System.nanoTime() - beginNs);
        cost.writesPercent = writesNs * percentPerNs;
        cost.feederPercent = (threads.getThreadCpuTime(feeder) - feederNs) * percentPerNs;
        cost.heapBytes = (double) (writesBytes + threads.getThreadAllocatedBytes(feeder) - feederBytes) / BLOCKS;
    }

    private void capture() {
        if (timing == Timing.CALLER) {
            recorder.capture(recorded * BLOCK_NS);
        } else {
            recorder.capture();
        }
    }

    private void write() {
        if (timing == Timing.CALLER) {
            recorder.audio().write(block, recorded * BLOCK_NS);
        } else {
            recorder.audio().write(block);
        }
    }

    @TearDown(Level.Trial)
    public void close() throws IOException {
        recorder.close();
        surface.close();
        Files.delete(file);
        if (recorder.stats().sound().recorded() < recorded * block.capacity() / CHANNELS * 9 / 10) {
            throw new IllegalStateException(
                    "not all sound was recorded: " + recorder.stats().sound());
        }
    }
}
