package io.github.stagerecorder.fuzz;

import io.github.stagerecorder.demo.OffscreenSurface;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A program that makes one attempt after another. It prints each before it begins, because it may be the last. */
public final class Attempts {
    static final String TRY = "FUZZ try ";
    static final String WRONG = "FUZZ wrong ";
    static final String END = "FUZZ end ";
    static final int HUNG = 42;

    private static final Duration LONGEST = Duration.ofSeconds(60);

    private static volatile long deadlineNs = System.nanoTime() + LONGEST.toNanos();

    private Attempts() {}

    /** The arguments are the first seed and the number of attempts. */
    public static void main(String[] arguments) throws IOException {
        long seed = Long.parseLong(arguments[0]);
        Thread watchdog = new Thread(Attempts::watch, "watchdog");
        watchdog.setDaemon(true);
        watchdog.start();
        Path folder = Files.createTempDirectory("stagerecorder-fuzz");
        try (OffscreenSurface surface = new OffscreenSurface(320, 240)) {
            for (long end = seed + Long.parseLong(arguments[1]); seed < end; seed++) {
                attempt(seed, folder);
            }
            surface.present();
        }
        Files.delete(folder);
        System.exit(0);
    }

    private static void attempt(long seed, Path folder) {
        deadlineNs = System.nanoTime() + LONGEST.toNanos();
        long startNs = System.nanoTime();
        Attempt attempt = new Attempt(seed, folder);
        System.out.println(TRY + seed + " " + attempt);
        try {
            Attempt.Verdict verdict = attempt.run();
            System.out.println(END + seed + " " + verdict + " " + (System.nanoTime() - startNs) / 1_000_000 + " ms");
        } catch (Throwable e) { // this is what the program looks for
            System.out.println(WRONG + seed + " " + e + " " + attempt);
            e.printStackTrace(System.out);
        }
    }

    private static void watch() {
        while (System.nanoTime() < deadlineNs) {
            try {
                Thread.sleep(500);
            } catch (InterruptedException e) {
                return;
            }
        }
        Runtime.getRuntime().halt(HUNG);
    }
}
