package io.github.stagerecorder.agent;

import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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
import org.openjdk.jmh.annotations.Warmup;

/** Measures what the agent adds to a swap while it does not record: the difference between two rows of a toolkit. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "-Djdk.attach.allowAttachSelf=true")
public class AgentSwapBenchmark {
    private static final int SET_UP_SWAPS = 1000; // which the agent still looks at

    @Param({"false", "true"})
    public boolean agent;

    @Param({"glfw", "sdl", "lwjgl2", "jogl", "awt", "swt", "glx", "egl", "gdi"})
    public String toolkit;

    private Runnable swap;

    @Setup(Level.Trial)
    public void attach() throws Exception {
        if (agent) {
            VirtualMachine machine =
                    VirtualMachine.attach(String.valueOf(ProcessHandle.current().pid()));
            machine.loadAgent(jar(), "stop");
            machine.detach();
        }
        swap = Swap.by(toolkit);
        for (int i = 0; i < SET_UP_SWAPS; i++) {
            swap.run();
        }
    }

    private static String jar() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            return files.filter(file -> file.getFileName().toString().endsWith("-agent.jar"))
                    .findFirst()
                    .orElseThrow()
                    .toAbsolutePath()
                    .toString();
        }
    }

    @Benchmark
    public void swap() {
        swap.run();
    }
}
