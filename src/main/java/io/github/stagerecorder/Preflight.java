package io.github.stagerecorder;

import io.github.stagerecorder.plan.PreflightFigures;
import java.util.List;
import java.util.Locale;

/**
 * What {@link RecorderBuilder#preflight} has found: whether a recording can start here, how it would be made, and what
 * it would meet. Immutable. {@link #toString} is a report of some lines.
 */
public final class Preflight {
    private final List<Finding> findings;
    private final List<Attempt> attempts;
    private final PreflightFigures figures;

    Preflight(List<Finding> findings, List<Attempt> attempts, PreflightFigures figures) {
        this.findings = List.copyOf(findings);
        this.attempts = List.copyOf(attempts);
        this.figures = figures;
    }

    /** Whether {@link RecorderBuilder#start} would succeed, as far as was checked. */
    public boolean canRecord() {
        return findings.stream().noneMatch(finding -> finding.level() == Level.ERROR);
    }

    /**
     * What stands in the way, or is worth knowing; in the order in which {@link RecorderBuilder#start} checks it, so that
     * the first ERROR has the message with which it would refuse.
     */
    public List<Finding> findings() {
        return findings;
    }

    /** The descriptions that were tried, in order: your own, or the presets up to the first that opens. */
    public List<Attempt> attempts() {
        return attempts;
    }

    /** GStreamer's version, such as 1.22.0; null where it cannot be used. */
    public String gstreamer() {
        return figures.gstreamer();
    }

    /** The encoding elements that would be used, by GStreamer's names; null if nothing opens. */
    public String encoder() {
        return figures.encoder();
    }

    /** How the stage's pixels would become what the encoder takes; null if nothing opens. */
    public String conversion() {
        return figures.conversion();
    }

    /** The memory that the recording would take. */
    public Memory memory() {
        return new Memory(figures);
    }

    /** The disk that the file would take. */
    public Disk disk() {
        return new Disk(figures);
    }

    /** A report of some lines, for people. */
    @Override
    public String toString() {
        PreflightReport report = new PreflightReport()
                .line("recording", canRecord() ? "can start" : "cannot start")
                .line("gstreamer", gstreamer() == null ? "cannot be used" : gstreamer());
        attempts.forEach(attempt -> report.line(attempt.refusal() == null ? "opens" : "fails", attempt.description()));
        if (encoder() != null) {
            report.line("encoder", encoder() + ", " + conversion());
        }
        report.line("memory", PreflightReport.memory(figures)).line("disk", PreflightReport.disk(figures));
        findings.forEach(finding -> report.line(finding.level().name().toLowerCase(Locale.ROOT), finding.what())
                .line("", finding.advice()));
        return report.toString();
    }

    /** How much a finding matters. */
    public enum Level {
        /** Worth knowing. */
        INFO,
        /** The recording starts, but may not be what is expected. */
        WARNING,
        /** The recording does not start. */
        ERROR
    }

    /** Something that was found. Immutable. */
    public static final class Finding {
        private final Level level;
        private final String what;
        private final String advice;

        Finding(Level level, String what, String advice) {
            this.level = level;
            this.what = what;
            this.advice = advice;
        }

        /** How much it matters. */
        public Level level() {
            return level;
        }

        /** What it is, with the numbers; of an ERROR, the message of the exception that start() throws. */
        public String what() {
            return what;
        }

        /** What to do about it. */
        public String advice() {
            return advice;
        }

        @Override
        public String toString() {
            return level + ": " + what + " (" + advice + ")";
        }
    }

    /** A description that was tried. Immutable. */
    public static final class Attempt {
        private final String description;
        private final String refusal;

        Attempt(String description, String refusal) {
            this.description = description;
            this.refusal = refusal;
        }

        /** The gst-launch fragment. */
        public String description() {
            return description;
        }

        /** Why it does not open here; null if it does. */
        public String refusal() {
            return refusal;
        }

        @Override
        public String toString() {
            return description + (refusal == null ? " opens" : ": " + refusal);
        }
    }

    /** The memory that a recording would take. Immutable. */
    public static final class Memory {
        private final PreflightFigures figures;

        private Memory(PreflightFigures figures) {
            this.figures = figures;
        }

        /** What the pool would take, in bytes; -1 if nothing opens. Without a current context it is an estimate. */
        public long poolBytes() {
            return figures.poolBytes();
        }

        /** What it may take, in bytes. */
        public long budgetBytes() {
            return figures.budgetBytes();
        }
    }

    /** The disk that a file would take. Immutable. */
    public static final class Disk {
        private final PreflightFigures figures;

        private Disk(PreflightFigures figures) {
            this.figures = figures;
        }

        /** What the output's disk has room for, in bytes; -1 if that is not known. */
        public long freeBytes() {
            return figures.freeBytes();
        }

        /**
         * Bytes a second of the file; -1 if nothing opens. For a preset it is an estimate from size, rate and quality, of
         * which the demo's stage takes 0.6 to 2.3 times as much (measured), and noise far more. For a description of your
         * own it is the size of the uncompressed pictures.
         */
        public long bytesPerSecond() {
            return figures.bytesPerSecond();
        }

        /** Whether {@link #bytesPerSecond} is an estimate, not the uncompressed size. */
        public boolean isEstimate() {
            return figures.isEstimate();
        }

        /** How long the free disk lasts, in seconds, at {@link #bytesPerSecond}; -1 if either is not known. */
        public long freeSeconds() {
            return figures.freeSeconds();
        }
    }
}
