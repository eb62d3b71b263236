package io.github.stagerecorder.soak;

import java.io.File;
import java.util.ArrayList;
import java.util.List;

/** Samples what this process holds: memory, file descriptors, threads, and objects of the current GL context. */
final class ResourceLog {
    private final RssLog rss = new RssLog();
    private final List<Long> fds = new ArrayList<>();
    private final List<Long> threads = new ArrayList<>();
    private final List<Long> glObjects = new ArrayList<>();

    void sample() {
        rss.sample();
        fds.add(entries("/proc/self/fd"));
        threads.add(entries("/proc/self/task"));
        glObjects.add(GlObjects.count());
    }

    private static long entries(String folder) {
        return new File(folder).list().length;
    }

    /** Returns the growth over the samples. */
    Growth growth() {
        return new Growth(rss.growthBytes(), growth(fds), growth(threads), growth(glObjects));
    }

    /**
     * Compares the minimum of the last quarter with the maximum of the first half, so that values which go up and down
     * do not count as growth.
     */
    private static long growth(List<Long> samples) {
        long before = samples.stream()
                .limit(samples.size() / 2)
                .mapToLong(Long::longValue)
                .max()
                .orElseThrow();
        long after = samples.stream()
                .skip(samples.size() * 3L / 4)
                .mapToLong(Long::longValue)
                .min()
                .orElseThrow();
        return Math.max(0, after - before);
    }
}
