package io.github.stagerecorder;

import java.util.List;

/**
 * What {@link RecorderBuilder#preflight} has found: whether a recording can start here, how it would be made, and what
 * it would meet. Immutable. {@link #toString} is a report of some lines.
 *
 * @param findings what stands in the way, or is worth knowing; in the order in which {@link RecorderBuilder#start}
 *     checks it, so that the first ERROR has the message with which it would refuse
 * @param gstreamer the version, such as 1.22.0; null where GStreamer cannot be used
 * @param attempts the descriptions that were tried, in order: your own, or the presets up to the first that opens
 * @param encoder the encoding elements that would be used; null if nothing opens
 * @param conversion how the stage's pixels would become what the encoder takes; null if nothing opens
 * @param poolBytes the memory that the pool would take; -1 if nothing opens. Without a current context an estimate
 * @param budgetBytes the memory that it may take
 * @param bytesPerSecond of the file: an estimate from size, rate and quality, of which the demo's stage takes 0.6 to
 *     2.3 times as much (measured), and noise far more; for a description of your own the size of the uncompressed
 *     pictures. -1 if nothing opens
 * @param isEstimate whether that is an estimate, not the uncompressed size
 * @param freeBytes what the output's disk has room for; -1 if that is not known
 */
public record Preflight(
        List<Finding> findings,
        String gstreamer,
        List<Attempt> attempts,
        String encoder,
        String conversion,
        long poolBytes,
        long budgetBytes,
        long bytesPerSecond,
        boolean isEstimate,
        long freeBytes) {

    /** How much a finding matters. */
    public enum Level {
        /** Worth knowing. */
        INFO,
        /** The recording starts, but may not be what is expected. */
        WARNING,
        /** The recording does not start. */
        ERROR
    }

    /**
     * Something that was found.
     *
     * @param what with the numbers; of an ERROR, the message of the exception that start() throws
     * @param advice what to do about it
     */
    public record Finding(Level level, String what, String advice) {}

    /**
     * A description that was tried.
     *
     * @param refusal why it does not open here; null if it does
     */
    public record Attempt(String description, String refusal) {}

    public Preflight {
        findings = List.copyOf(findings);
        attempts = List.copyOf(attempts);
    }

    /** Whether {@link RecorderBuilder#start} would succeed, as far as was checked. */
    public boolean canRecord() {
        return findings.stream().noneMatch(finding -> finding.level() == Level.ERROR);
    }

    /** How long the free disk lasts, in seconds, at {@link #bytesPerSecond}; -1 if either is not known. */
    public long freeSeconds() {
        return bytesPerSecond <= 0 || freeBytes < 0 ? -1 : freeBytes / bytesPerSecond;
    }

    /** A report to be read by people. */
    @Override
    public String toString() {
        return new PreflightReport(this).text();
    }
}
