package io.github.stagerecorder;

import io.github.stagerecorder.Preflight.Attempt;
import io.github.stagerecorder.Preflight.Finding;
import java.util.Locale;
import java.util.stream.Collectors;

/** A preflight in lines of a name and a value, for people. */
record PreflightReport(Preflight preflight) {
    private static final double BYTES_PER_KB = 1e3;
    private static final double BYTES_PER_MB = 1e6;
    private static final double S_PER_MINUTE = 60;

    String text() {
        return line("recording", preflight.canRecord() ? "can start" : "cannot start")
                + line("gstreamer", preflight.gstreamer() == null ? "cannot be used" : preflight.gstreamer())
                + preflight.attempts().stream().map(PreflightReport::attempt).collect(Collectors.joining())
                + encoder()
                + line("memory", memory())
                + line("disk", disk())
                + preflight.findings().stream().map(PreflightReport::finding).collect(Collectors.joining());
    }

    private static String attempt(Attempt attempt) {
        return line(attempt.refusal() == null ? "opens" : "fails", attempt.description());
    }

    private String encoder() {
        return preflight.encoder() == null ? "" : line("encoder", preflight.encoder() + ", " + preflight.conversion());
    }

    private String memory() {
        String needed = preflight.poolBytes() < 0 ? "unknown" : megabytes(preflight.poolBytes());
        return needed + ", of a budget of " + megabytes(preflight.budgetBytes());
    }

    private String disk() {
        String free = preflight.freeBytes() < 0 ? "unknown" : megabytes(preflight.freeBytes()) + " free";
        String rate = preflight.bytesPerSecond() < 0
                ? ""
                : String.format(Locale.ROOT, ", about %.0f kB a second", preflight.bytesPerSecond() / BYTES_PER_KB)
                        + (preflight.isEstimate() ? "" : " if nothing is compressed");
        String lasts = preflight.freeSeconds() < 0
                ? ""
                : String.format(Locale.ROOT, ": some %.1f minutes", preflight.freeSeconds() / S_PER_MINUTE);
        return free + rate + lasts;
    }

    private static String finding(Finding finding) {
        return line(finding.level().name().toLowerCase(Locale.ROOT), finding.what()) + line("", finding.advice());
    }

    private static String megabytes(long sizeBytes) {
        return String.format(Locale.ROOT, "%.1f MB", sizeBytes / BYTES_PER_MB);
    }

    private static String line(String name, String value) {
        return String.format("%-11s%s%n", name, value);
    }
}
