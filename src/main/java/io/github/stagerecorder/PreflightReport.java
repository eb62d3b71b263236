package io.github.stagerecorder;

import io.github.stagerecorder.report.PreflightFigures;
import java.util.Locale;

/** Formats a report for people: each line has a name and a value. */
final class PreflightReport {
    private static final double BYTES_PER_KB = 1e3;
    private static final double BYTES_PER_MB = 1e6;
    private static final double S_PER_MINUTE = 60;

    private final StringBuilder text = new StringBuilder();

    PreflightReport line(String name, String value) {
        text.append(String.format("%-11s%s%n", name, value));
        return this;
    }

    static String memory(PreflightFigures figures) {
        String needed = figures.poolBytes() < 0 ? "unknown" : megabytes(figures.poolBytes());
        return needed + ", of a budget of " + megabytes(figures.budgetBytes());
    }

    static String disk(PreflightFigures figures) {
        String free = figures.freeBytes() < 0 ? "unknown" : megabytes(figures.freeBytes()) + " free";
        return free + rate(figures) + lasts(figures.freeSeconds());
    }

    private static String rate(PreflightFigures figures) {
        if (figures.bytesPerSecond() < 0) {
            return "";
        }
        return String.format(Locale.ROOT, ", about %.0f kB a second", figures.bytesPerSecond() / BYTES_PER_KB)
                + (figures.isEstimate() ? "" : " if nothing is compressed");
    }

    private static String lasts(long seconds) {
        return seconds < 0 ? "" : String.format(Locale.ROOT, ": some %.1f minutes", seconds / S_PER_MINUTE);
    }

    private static String megabytes(long sizeBytes) {
        return String.format(Locale.ROOT, "%.1f MB", sizeBytes / BYTES_PER_MB);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
