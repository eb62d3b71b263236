package io.github.stagerecorder;

import io.github.stagerecorder.encode.EncodeException;
import io.github.stagerecorder.encode.EncoderSettings;
import io.github.stagerecorder.frame.FrameRate;
import io.github.stagerecorder.frame.PixelFormat;
import io.github.stagerecorder.readback.Region;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.function.LongSupplier;

/**
 * The options of a recording. Only {@link #size} has no default.
 *
 * <p>An option that makes no sense is refused by an {@code IllegalArgumentException} at once; {@link #start} meets the
 * rest. Not for use by several threads at a time.
 */
public final class RecorderBuilder implements Cloneable {
    /** Five frames of 8K, and some. */
    private static final long DEFAULT_BUDGET_BYTES = 1L << 30;

    private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration LONGEST_TIMEOUT = Duration.ofDays(1);

    private Path output;
    private Region region;
    private int xPx;
    private int yPx;
    private FrameRate rate = new FrameRate(30, 1);
    private Clock clock = Clock.REAL_TIME;
    private WhenFull whenFull;
    private long budgetBytes = DEFAULT_BUDGET_BYTES;
    private String description;
    private String pixelFormat;
    private Convert convert = Convert.AUTO;
    private Quality quality;
    private Flip flip = Flip.AUTO;
    private ReadStrategy readStrategy;
    private PixelFormat readFormat;
    private boolean tiled;
    private boolean parallel = true;
    private Duration stallTimeout = DEFAULT_TIMEOUT;
    private Duration closeTimeout = DEFAULT_TIMEOUT;
    private boolean overwrite;
    private ResizePolicy onResize = ResizePolicy.SCALE;
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
    public RecorderBuilder region(int newXPx, int newYPx) {
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

    /** Where the time of a frame comes from; {@link Clock#REAL_TIME} is the default. */
    public RecorderBuilder clock(Clock newClock) {
        clock = Objects.requireNonNull(newClock, "clock");
        return this;
    }

    /** What a full pool means: DROP is the default in real time, WAIT with the other clocks. */
    public RecorderBuilder whenFull(WhenFull newWhenFull) {
        whenFull = Objects.requireNonNull(newWhenFull, "whenFull");
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

    /**
     * The format that the pipeline is given, by GStreamer's name, such as {@code NV12}. Without it the pipeline is
     * asked; one that begins with a {@code videoconvert} of its own hides what its encoder takes.
     */
    public RecorderBuilder pixelFormat(String format) {
        if (format == null || !format.matches("\\w+")) {
            throw new IllegalArgumentException("pixelFormat \"" + format + "\" is no name of a format");
        }
        pixelFormat = format;
        return this;
    }

    /**
     * What makes the pipeline's pixels of the stage's; {@link Convert#AUTO}, the default, is the least work. One that
     * cannot make what the pipeline takes is refused at the start.
     */
    public RecorderBuilder convert(Convert newConvert) {
        convert = Objects.requireNonNull(newConvert, "convert");
        return this;
    }

    /**
     * What turns the picture the right way up where the pipeline takes the stage's own pixels; {@link Flip#AUTO}, the
     * default, is the least work. Where they are converted they are turned on the way, and this has no meaning.
     */
    public RecorderBuilder flip(Flip newFlip) {
        flip = Objects.requireNonNull(newFlip, "flip");
        return this;
    }

    /**
     * How pixels are read back. Without it a few reads at the start decide, by what they cost the render thread.
     *
     * @see Stats#readStrategy
     */
    public RecorderBuilder readStrategy(ReadStrategy newReadStrategy) {
        readStrategy = Objects.requireNonNull(newReadStrategy, "readStrategy");
        return this;
    }

    /** In which order of channels, {@code BGRx} or {@code RGBx}. Without it a few reads at the start decide. */
    public RecorderBuilder readFormat(String format) {
        readFormat = ReadChoice.format(format);
        return this;
    }

    /** Of the preset's picture; {@link Quality#MEDIUM} is the default. Not with a {@link #pipeline}. */
    public RecorderBuilder quality(Quality newQuality) {
        quality = Objects.requireNonNull(newQuality, "quality");
        return this;
    }

    /** Whether a thread of the recorder's feeds the pipeline (the default), or {@code capture} does so itself. */
    public RecorderBuilder parallel(boolean newParallel) {
        parallel = newParallel;
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
        try {
            return new StageRecorder(Series.start(this), this);
        } catch (EncodeException e) {
            throw RecordingException.of(e);
        }
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
        return PreflightCheck.of(this);
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

    /** The same for another file of the series, of another size; later changes to this do not reach it. */
    RecorderBuilder forFile(Path newOutput, Region newRegion) {
        try {
            RecorderBuilder copy = (RecorderBuilder) clone();
            copy.output = newOutput;
            copy.region = newRegion;
            return copy;
        } catch (CloneNotSupportedException e) {
            throw new AssertionError(e);
        }
    }

    Path output() {
        return output;
    }

    boolean overwrites() {
        return overwrite;
    }

    ResizePolicy onResize() {
        return onResize;
    }

    EncoderSettings encoderSettings() {
        int level = quality == null ? Quality.MEDIUM.ordinal() : quality.ordinal();
        return new EncoderSettings(
                output,
                overwrite,
                description,
                pixelFormat,
                convert.way(),
                level,
                rate,
                PoolSize.mostRetained(region.widthPx(), region.heightPx(), budgetBytes),
                clock == Clock.REAL_TIME,
                closeTimeoutNs());
    }

    Region region() {
        return region;
    }

    boolean tiled() {
        return tiled;
    }

    FrameRate rate() {
        return rate;
    }

    Clock clock() {
        return clock;
    }

    LongSupplier clockNs() {
        return clockNs;
    }

    boolean waits() {
        return whenFull == null ? clock != Clock.REAL_TIME : whenFull == WhenFull.WAIT;
    }

    long budgetBytes() {
        return budgetBytes;
    }

    Convert convert() {
        return convert;
    }

    Flip flip() {
        return flip;
    }

    /** Null to try all. */
    ReadStrategy readStrategy() {
        return readStrategy;
    }

    /** Null to try both. */
    PixelFormat readFormat() {
        return readFormat;
    }

    boolean parallel() {
        return parallel;
    }

    long stallTimeoutNs() {
        return stallTimeout.toNanos();
    }

    long closeTimeoutNs() {
        return closeTimeout.toNanos();
    }
}
