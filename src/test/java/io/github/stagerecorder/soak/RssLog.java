package io.github.stagerecorder.soak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Samples this process's resident memory. */
final class RssLog {
    private static final Path STATUS = Path.of("/proc/self/status");

    private final List<Long> samplesBytes = new ArrayList<>();

    void sample() {
        samplesBytes.add(read("VmRSS:"));
    }

    /** Returns the peak. */
    long peakBytes() {
        return read("VmHWM:");
    }

    private static long read(String key) {
        try {
            String line = Files.readAllLines(STATUS).stream()
                    .filter(l -> l.startsWith(key))
                    .findFirst()
                    .orElseThrow();
            return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns the growth over the second half of the samples, by the line that fits them best. This shows a leak but
     * not a single outlier.
     */
    long growthBytes() {
        List<Long> half = samplesBytes.subList(samplesBytes.size() / 2, samplesBytes.size());
        double middle = (half.size() - 1) / 2.0;
        double products = 0;
        double squares = 0;
        for (int i = 0; i < half.size(); i++) {
            products += (i - middle) * half.get(i);
            squares += (i - middle) * (i - middle);
        }
        return Math.round(products / squares * (half.size() - 1));
    }
}
