package io.github.stagerecorder.soak;

import io.github.stagerecorder.ChildJvm;
import io.github.stagerecorder.media.Ffprobe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A long life in a separate process.
 *
 * @param recorders the number of recorders at the same time
 * @param frames the number of frames for each
 * @param cycles the number of times to start, record and stop
 */
record LifeRun(int recorders, int frames, int cycles) {
    /** The heap is resident from the start, and only the small compiler runs, so neither of them causes growth. */
    private static final String SMALL_HEAP = "-Xms64m -Xmx64m -XX:+UseSerialGC -XX:+AlwaysPreTouch"
            + " -XX:TieredStopAtLevel=1"
            + " -XX:-UseDynamicNumberOfCompilerThreads --enable-native-access=ALL-UNNAMED";

    private static final String GARBAGE_HEAP = SMALL_HEAP + " -Xmn2m -Xcheck:jni -XX:+UnlockDiagnosticVMOptions"
            + " -XX:+LogVMOutput -XX:-DisplayVMOutput -XX:LogFile=";

    private static final long LEAST_FRAMES_PER_SECOND = 100;
    private static final long LONGEST_START_S = 60;

    /**
     * The result of the run.
     *
     * @param complete the number of files that hold every frame
     */
    record Result(Growth growth, int files, int complete) {
        boolean isGood() {
            return growth.isFlat() && files > 0 && complete == files;
        }
    }

    /** Records into {@code folder}, which must be empty. */
    Result in(Path folder) throws IOException, InterruptedException {
        return run(folder, false, SMALL_HEAP);
    }

    /**
     * Does the same as {@link #in}, but with a small young generation that is filled all the time, and with every JNI
     * call checked.
     */
    Result amongGarbage(Path folder, Path jvmLog) throws IOException, InterruptedException {
        return run(folder, true, GARBAGE_HEAP + jvmLog);
    }

    private Result run(Path folder, boolean garbage, String jvmOptions) throws IOException, InterruptedException {
        ProcessBuilder program =
                ChildJvm.of(LongLife.class, folder.toString(), "" + recorders, "" + frames, "" + cycles, "" + garbage);
        program.environment().put("JDK_JAVA_OPTIONS", jvmOptions);
        Process process = program.start();
        long limitS = LONGEST_START_S + (long) recorders * frames * cycles / LEAST_FRAMES_PER_SECOND + cycles;
        process.onExit().orTimeout(limitS, TimeUnit.SECONDS).exceptionally(late -> process.destroyForcibly());
        String output = ChildJvm.printed(process);
        process.waitFor();
        return look(folder, Growth.find(output));
    }

    private Result look(Path folder, Growth growth) throws IOException {
        try (var files = Files.list(folder)) {
            List<Path> all = files.toList();
            long complete = all.stream()
                    .filter(file -> Ffprobe.of(file).packetTicks().size() == frames)
                    .count();
            return new Result(growth, all.size(), (int) complete);
        }
    }
}
