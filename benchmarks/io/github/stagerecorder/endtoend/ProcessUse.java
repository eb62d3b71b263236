package io.github.stagerecorder.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads what the kernel counts for each process. */
final class ProcessUse {
    private static final double TICKS_PER_SECOND = 100; // the unit of /proc, whatever the kernel uses itself
    // after the name: user and system time, then the same for child processes that have ended
    private static final int FIRST_CPU_FIELD = 11;

    private ProcessUse() {}

    /** Returns the processor time of this process and of its child processes that have ended. */
    static double cpuSeconds() {
        String stat = read(Path.of("/proc/self/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        long ticks = 0;
        for (int i = FIRST_CPU_FIELD; i < FIRST_CPU_FIELD + 4; i++) {
            ticks += Long.parseLong(fields[i]);
        }
        return ticks / TICKS_PER_SECOND;
    }

    /** Returns the peak resident memory. */
    static long peakBytes() {
        return peakBytes(ProcessHandle.current().pid());
    }

    static long peakBytes(long pid) {
        String line = read(Path.of("/proc/" + pid + "/status"))
                .lines()
                .filter(l -> l.startsWith("VmHWM:"))
                .findFirst()
                .orElseThrow();
        return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
