package io.github.stagerecorder;

import io.github.stagerecorder.plan.PreflightCheck;
import io.github.stagerecorder.plan.PreflightFigures;
import io.github.stagerecorder.session.Session;
import io.github.stagerecorder.settings.FrameRate;
import io.github.stagerecorder.settings.Limits;
import io.github.stagerecorder.settings.Options;
import io.github.stagerecorder.settings.Region;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * The options of a recording. Only {@link #size} has no default.
 *
 * <p>An option that makes no sense is refused by an {@code IllegalArgumentException} at once; {@link #start} meets the
 * rest. Not for use by several threads at a time.
 */
public final class RecorderBuilder {
    /** Five frames of 8K, and some. */
    private static final long DEFAULT_BUDGET_BYTES = 1L << 30;

    private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration LONGEST_TIMEOUT = Duration.ofDays(1);

    private final Path output; // null for a description that brings its own sink
    private final Tuning tuning = new Tuning();
    private Region region;
    private int xPx;
    private int yPx;
    private boolean tiled;
    private FrameRate rate = new FrameRate(30, 1);
    private Timing timing = Timing.REAL_TIME;
    private WhenBehind whenBehind; // null for the timing's own
    private EncodeOn encodeOn = EncodeOn.OWN_THREAD;
    private ResizePolicy onResize = ResizePolicy.SCALE;
    private String description;
    private Quality quality; // null for the default
    private long budgetBytes = DEFAULT_BUDGET_BYTES;
    private Duration stallTimeout = DEFAULT_TIMEOUT;
    private Duration closeTimeout = DEFAULT_TIMEOUT;
    private boolean overwrite;
    private LongSupplier clockNs = System::nanoTime;

    RecorderBuilder(Path output) {
        if (output != null && output.getFileName() == null) {
            throw new IllegalArgumentException("the output " + output + " has no file name");
        }
        this.output = output;
    }

    /**
     * The recorded rectangle, in pixels of the framebuffer (on a HiDPI screen that is not the window's size). Required.
     */
    public RecorderBuilder size(int widthPx, int heightPx) {
        region = new Region(xPx, yPx, widthPx, heightPx);
        return this;
    }

    /** The rectangle's lower left corner in the framebuffer, as GL counts: (0, 0), the default, is at the bottom. */
    public RecorderBuilder corner(int newXPx, int newYPx) {
        region = region == null ? null : new Region(newXPx, newYPx, region.widthPx(), region.heightPx());
        xPx = newXPx;
        yPx = newYPx;
        return this;
    }

    /**
     * Whether frames are drawn in tiles, by {@link StageRecorder#beginFrame}, {@code tile} and {@code endFrame} in place
     * of {@code capture}: for sizes above what the driver can draw at once. The limits of the driver and the
     * framebuffer then hold for each tile.
     */
    public RecorderBuilder tiled(boolean newTiled) {
        tiled = newTiled;
        return this;
    }

    /** Frames per second of the file; 30 is the default. */
    public RecorderBuilder frameRate(int fps) {
        return frameRate(fps, 1);
    }

    /** The file's rate as a fraction, such as 30000, 1001. */
    public RecorderBuilder frameRate(int numerator, int denominator) {
        rate = new FrameRate(numerator, denominator);
        return this;
    }

    /** Where the time of a frame comes from; {@link Timing#REAL_TIME} is the default. */
    public RecorderBuilder timing(Timing newTiming) {
        timing = Objects.requireNonNull(newTiming, "timing");
        return this;
    }

    /** What a capture does when the encoder is behind: DROP is the default in real time, WAIT otherwise. */
    public RecorderBuilder whenBehind(WhenBehind newWhenBehind) {
        whenBehind = Objects.requireNonNull(newWhenBehind, "whenBehind");
        return this;
    }

    /** All memory that ever holds frames of ours, in bytes. 1 GiB is the default; what is not needed is not used. */
    public RecorderBuilder memoryBudget(long sizeBytes) {
        if (sizeBytes <= 0) {
            throw new IllegalArgumentException("memoryBudget " + sizeBytes + ": must be positive");
        }
        budgetBytes = sizeBytes;
        return this;
    }

    /**
     * A gst-launch fragment in place of the preset, from raw video to a container, such as
     * {@code videorate ! theoraenc ! oggmux}. A description is code: it can read and write files and open sockets, so
     * it must not come from an untrusted source.
     */
    public RecorderBuilder pipeline(String newDescription) {
        if (newDescription == null || newDescription.isBlank()) {
            throw new IllegalArgumentException("the pipeline's description is empty");
        }
        description = newDescription;
        return this;
    }

    /** Of the preset's picture; {@link Quality#MEDIUM} is the default. Not with a {@link #pipeline}. */
    public RecorderBuilder quality(Quality newQuality) {
        quality = Objects.requireNonNull(newQuality, "quality");
        return this;
    }

    /** Where frames are converted and handed to the pipeline; {@link EncodeOn#OWN_THREAD} is the default. */
    public RecorderBuilder encodeOn(EncodeOn newEncodeOn) {
        encodeOn = Objects.requireNonNull(newEncodeOn, "encodeOn");
        return this;
    }

    /** Changes how pixels travel, for those who measure: {@code tuning(t -> t.readStrategy(ReadStrategy.MAPPED))}. */
    public RecorderBuilder tuning(Consumer<Tuning> change) {
        change.accept(tuning);
        return this;
    }

    /** How long WAIT waits while no slot at all comes back; then the recording has failed. 10 s is the default. */
    public RecorderBuilder stallTimeout(Duration timeout) {
        stallTimeout = requirePositive("stallTimeout", timeout);
        return this;
    }

    /**
     * The deadline of each wait at the end: for the encoder while it makes no progress, for the pipeline to stop, for
     * the memory to come back. 10 s is the default.
     */
    public RecorderBuilder closeTimeout(Duration timeout) {
        closeTimeout = requirePositive("closeTimeout", timeout);
        return this;
    }

    /** Whether an existing file may be replaced; it stays until the first frame of the new one is on its way. */
    public RecorderBuilder overwrite(boolean newOverwrite) {
        overwrite = newOverwrite;
        return this;
    }

    /**
     * What becomes of the file when the stage changes its size; {@link ResizePolicy#SCALE} is the default. NEW_FILE
     * needs a path, and is not for frames in tiles.
     */
    public RecorderBuilder onResize(ResizePolicy policy) {
        onResize = Objects.requireNonNull(policy, "onResize");
        return this;
    }

    /** For tests: the monotonic clock of real time. */
    RecorderBuilder clockNs(LongSupplier newClockNs) {
        clockNs = newClockNs;
        return this;
    }

    /**
     * Opens everything and starts the recording. Call it on the render thread, with the GL context current and the
     * framebuffer bound that {@code capture} will read from. {@link #preflight} tells beforehand what it would meet.
     *
     * @throws IllegalStateException if no GL context is current, or its framebuffer cannot be read
     * @throws IllegalArgumentException if the size is missing or too large for the driver, the framebuffer or the
     *     memory budget, or the file's extension has no preset
     * @throws RecordingException if GStreamer is missing, the pipeline does not open, or the file cannot be written
     */
    public StageRecorder start() {
        requireConsistent();
        Options options = options();
        return new StageRecorder(Session.start(options, output, region), options);
    }

    /**
     * Tells what {@link #start} would meet, without recording: takes its steps up to the trial of the encoder, opens
     * and writes no file, and says what stands in the way and what to do about it. It takes as long as a start.
     *
     * <p>It makes no file, so a folder that takes none although it looks writable (a quota, a special file system)
     * shows only at the start.
     *
     * <p>Any thread. With a GL context current, on the render thread, the framebuffer, the driver's limits and the ways
     * of reading are checked too. What the machine lacks is a finding, never an exception.
     *
     * @throws IllegalArgumentException if the size is missing, or options contradict each other
     */
    public Preflight preflight() {
        requireConsistent();
        PreflightNotes notes = new PreflightNotes();
        PreflightFigures figures = new PreflightCheck(options(), output, region, notes).run();
        return notes.preflight(figures);
    }

    private void requireConsistent() {
        if (region == null) {
            throw new IllegalArgumentException("size(widthPx, heightPx) is missing: give the framebuffer's size");
        }
        if (output == null && description == null) {
            throw new IllegalArgumentException("neither a file nor a pipeline(description) with a sink is given");
        }
        if (description != null && quality != null) {
            throw new IllegalArgumentException("quality(" + quality + ") is for presets; the pipeline \"" + description
                    + "\" says itself how good its picture is");
        }
        requireNumberable();
    }

    private void requireNumberable() {
        if (onResize == ResizePolicy.NEW_FILE && (output == null || tiled)) {
            throw new IllegalArgumentException("onResize(NEW_FILE) "
                    + (tiled
                            ? "is not for frames in tiles"
                            : "needs builder(path): only files of that name can be numbered"));
        }
    }

    private static Duration requirePositive(String option, Duration value) {
        if (value.isNegative() || value.isZero() || value.compareTo(LONGEST_TIMEOUT) > 0) {
            throw new IllegalArgumentException(
                    option + " " + value + ": must be positive, and at most " + LONGEST_TIMEOUT);
        }
        return value;
    }

    /** As they are now; later changes to this builder do not reach what was started. */
    Options options() {
        WhenBehind timingsOwn = timing == Timing.REAL_TIME ? WhenBehind.DROP : WhenBehind.WAIT;
        return new Options(
                rate,
                timing,
                clockNs,
                whenBehind == null ? timingsOwn : whenBehind,
                encodeOn,
                onResize,
                tiled,
                overwrite,
                new Limits(budgetBytes, stallTimeout.toNanos(), closeTimeout.toNanos()),
                tuning.readOptions(),
                tuning.encoderOptions(description, quality == null ? Quality.MEDIUM : quality));
    }
}
