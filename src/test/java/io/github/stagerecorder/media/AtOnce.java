package io.github.stagerecorder.media;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs tests at the same time that mostly wait. */
public final class AtOnce {
    /** May throw. */
    @FunctionalInterface
    public interface Test<T> {
        void run(T what) throws Exception;
    }

    private AtOnce() {}

    /** Runs the test for each of these on a thread of its own, and fails as the first that fails. */
    public static <T> void forEach(List<T> all, Test<T> test) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(all.size());
        try {
            List<Future<Void>> runs = new ArrayList<>();
            for (T each : all) {
                runs.add(threads.submit(() -> {
                    test.run(each);
                    return null;
                }));
            }
            for (Future<Void> run : runs) {
                run.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
