package io.github.stagerecorder.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/**
 * Prints what was tried, how often, and what was lost beyond what was reported. Remembers whether every promise held.
 */
final class SoakTable {
    private boolean good = true;

    SoakTable() {
        System.out.printf("%-34s %6s %6s %6s  %s%n", "fault", "tried", "files", "lost", "");
    }

    /**
     * Prints the result of one kind of fault.
     *
     * @param lost the number of frames lost beyond what was reported or promised
     */
    void row(String fault, int tried, int files, long lost, String note) {
        System.out.printf("%-34s %6d %6d %6d  %s%n", fault, tried, files, lost, note);
        good &= lost == 0;
    }

    /** Reports a promise that was broken in another way. */
    void broken(String fault, Throwable how) {
        System.out.printf("%-34s BROKEN  %s%n", fault, how);
        good = false;
    }

    boolean isGood() {
        return good;
    }

    /** Something that needs an empty folder. */
    interface InFolder {
        void run(Path folder) throws IOException, InterruptedException;
    }

    /** Runs the body. An exception counts as a broken promise. */
    void attempt(String fault, InFolder body) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("stagerecorder-soak-");
        try {
            body.run(folder);
        } catch (RuntimeException | AssertionError e) {
            broken(fault, e);
        } finally {
            remove(folder);
        }
    }

    private static void remove(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            List<Path> deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        }
    }
}
