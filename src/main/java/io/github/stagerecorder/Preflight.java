package io.github.stagerecorder;

import io.github.stagerecorder.report.PreflightFigures;
import java.util.List;
import java.util.Locale;

/**
 * The result of {@link RecorderBuilder#preflight}: whether a recording can start here, how it would be made, and which
 * problems it would have. Immutable. {@link #toString} is a report of several lines.
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

    /** Returns whether {@link RecorderBuilder#start} would succeed, as far as that was checked. */
    public boolean canRecord() {
        return findings.stream().noneMatch(finding -> finding.level() == Level.ERROR);
    }

    /**
     * Returns the obstacles and other findings, in the order in which {@link RecorderBuilder#start} checks them. The
     * first {@link Level#ERROR} has the message of the exception that a start would throw.
     */
    public List<Finding> findings() {
        return findings;
    }

    /** Returns the descriptions that were tried, in order: the given one, or the presets up to the first that opens. */
    public List<Attempt> attempts() {
        return attempts;
    }

    /** Returns GStreamer's version, such as 1.22.0, or null if GStreamer cannot be used. */
    public String gstreamer() {
        return figures.gstreamer();
    }

    /** Returns GStreamer's names of the encoding elements that would be used, or null if nothing opens. */
    public String encoder() {
        return figures.encoder();
    }

    /** Returns how pixels would be converted for the encoder, or null if nothing opens. */
    public String conversion() {
        return figures.conversion();
    }

    /** Returns the memory that the recording would take. */
    public Memory memory() {
        return new Memory(figures);
    }

    /** Returns the disk space that the file would take. */
    public Disk disk() {
        return new Disk(figures);
    }

    /** Returns a report of several lines for people. */
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

    /** How serious a finding is. */
    public enum Level {
        /** The finding is worth knowing. */
        INFO,
        /** The recording starts, but may differ from what is expected. */
        WARNING,
        /** The recording does not start. */
        ERROR
    }

    /** One finding of a preflight. Immutable. */
    public static final class Finding {
        private final Level level;
        private final String what;
        private final String advice;

        Finding(Level level, String what, String advice) {
            this.level = level;
            this.what = what;
            this.advice = advice;
        }

        /** Returns how serious the finding is. */
        public Level level() {
            return level;
        }

        /** Returns what was found, with the numbers; for an ERROR, the message of the exception that a start throws. */
        public String what() {
            return what;
        }

        /** Returns what to do about it. */
        public String advice() {
            return advice;
        }

        @Override
        public String toString() {
            return level + ": " + what + " (" + advice + ")";
        }
    }

    /** One description that was tried. Immutable. */
    public static final class Attempt {
        private final String description;
        private final String refusal;

        Attempt(String description, String refusal) {
            this.description = description;
            this.refusal = refusal;
        }

        /** Returns the gst-launch fragment. */
        public String description() {
            return description;
        }

        /** Returns why the description does not open here, or null if it does. */
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

        /**
         * Returns what the frames would take, in bytes; -1 if nothing opens. Without a current context it is an
         * estimate.
         */
        public long poolBytes() {
            return figures.poolBytes();
        }

        /** Returns the memory budget in bytes. */
        public long budgetBytes() {
            return figures.budgetBytes();
        }
    }

    /** The disk space that a file would take. Immutable. */
    public static final class Disk {
        private final PreflightFigures figures;

        private Disk(PreflightFigures figures) {
            this.figures = figures;
        }

        /** Returns the free space on the output's disk in bytes, or -1 if that is not known. */
        public long freeBytes() {
            return figures.freeBytes();
        }

        /**
         * Returns the size of the file in bytes a second; -1 if nothing opens. For a preset it is an estimate from
         * size, rate and quality, with the sound; the demo's stage takes 0.6 to 2.3 times as much (measured), and noise
         * takes far more. For a {@link RecorderBuilder#pipeline} it is the size of the uncompressed pictures.
         */
        public long bytesPerSecond() {
            return figures.bytesPerSecond();
        }

        /** Returns whether {@link #bytesPerSecond} is an estimate and not the uncompressed size. */
        public boolean isEstimate() {
            return figures.isEstimate();
        }

        /** Returns how long the free space lasts at {@link #bytesPerSecond}, in seconds; -1 if either is not known. */
        public long freeSeconds() {
            return figures.freeSeconds();
        }
    }
}
