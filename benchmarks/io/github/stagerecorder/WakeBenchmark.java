package io.github.stagerecorder;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Measures what the machine needs to wake a thread, without any code of the recorder. No recorder can save this part of
 * {@link HandOffBenchmark}'s ASLEEP, because the core that is to run the thread sleeps too. Look at the median.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 1, time = 8)
@Fork(value = 1, jvmArgsAppend = "-XX:CompileThresholdScaling=0.02")
public class WakeBenchmark {
    private Thread sleeper;

    @Setup(Level.Trial)
    public void start() {
        sleeper = new Thread(
                () -> {
                    while (!Thread.currentThread().isInterrupted()) {
                        LockSupport.park();
                    }
                },
                "sleeper");
        sleeper.start();
    }

    @Setup(Level.Invocation)
    public void settle() throws InterruptedException {
        EncoderThread.pause();
    }

    @Benchmark
    public void unpark() {
        LockSupport.unpark(sleeper);
    }

    @TearDown(Level.Trial)
    public void stop() throws InterruptedException {
        sleeper.interrupt();
        sleeper.join();
    }
}
