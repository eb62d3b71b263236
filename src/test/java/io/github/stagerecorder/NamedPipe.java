package io.github.stagerecorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A pipe of the file system, at which whoever opens it to read waits for someone who writes. Linux only. */
final class NamedPipe {
    private NamedPipe() {}

    static void make(Path path) throws Exception {
        assertEquals(0, new ProcessBuilder("mkfifo", path.toString()).start().waitFor());
    }

    /** Waits until a thread of this process waits in {@code open} for the other end of a pipe. */
    static void awaitReader() throws Exception {
        long deadlineNs = System.nanoTime() + 10_000_000_000L;
        while (!readerWaits()) {
            assertTrue(System.nanoTime() < deadlineNs, "No thread waits in open within 10 s.");
            Thread.sleep(1);
        }
    }

    private static boolean readerWaits() throws IOException {
        try (Stream<Path> threads = Files.list(Path.of("/proc/self/task"))) {
            return threads.anyMatch(NamedPipe::waitsForPartner);
        }
    }

    private static boolean waitsForPartner(Path thread) {
        try {
            return Files.readString(thread.resolve("wchan")).equals("wait_for_partner"); // Linux, fs/pipe.c
        } catch (IOException ended) {
            return false;
        }
    }
}
