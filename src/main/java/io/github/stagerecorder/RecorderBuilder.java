package io.github.stagerecorder;

import io.github.stagerecorder.events.Hearer;
import io.github.stagerecorder.events.ListenerMail;
import io.github.stagerecorder.events.Mailbox;
import io.github.stagerecorder.plan.PreflightCheck;
import io.github.stagerecorder.report.PreflightFigures;
import io.github.stagerecorder.session.EarlyStart;
import io.github.stagerecorder.session.SessionStart;
import io.github.stagerecorder.settings.DecimalRate;
import io.github.stagerecorder.settings.FrameRate;
import io.github.stagerecorder.settings.FramebufferChoice;
import io.github.stagerecorder.settings.Limits;
import io.github.stagerecorder.settings.Options;
import io.github.stagerecorder.settings.Region;
import io.github.stagerecorder.settings.RegionChoice;
import io.github.stagerecorder.settings.ReplayOptions;
import io.github.stagerecorder.settings.SoundFormat;
import io.github.stagerecorder.settings.StreamAddress;
import io.github.stagerecorder.settings.StreamOptions;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Builds a recorder. Every option has a default; without {@link #size} the whole framebuffer is recorded.
 *
 * <p>The methods come in the order in which they are likely to be needed: everyday options first, then limits, then
 * tuning. An option with an impossible value throws an {@code IllegalArgumentException} at once; {@link #start} checks
 * what depends on other options or on the machine. A builder may be used again after a start; later changes do not
 * affect recordings that have started. It must not be used by several threads at a time.
 */
public final class RecorderBuilder {
    /** Holds five frames of 8K and a little more. */
    private static final long DEFAULT_BUDGET_BYTES = 1L << 30;

    /** Lasts 86 s at 1080p, 60 frames a second and 0.1 bits a pixel, which is what is expected of a preset. */
    private static final long REPLAY_BYTES = 128L << 20;

    private static final int LEAST_BPS = 1_000;
    private static final int MOST_BPS = 2_000_000_000;
    private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration LONGEST_TIMEOUT = Duration.ofDays(1);
    private static final Duration MOST_OFFSET = Duration.ofSeconds(2);

    private final Path output; // null when the description ends in its own sink
    private final Tuning tuning = new Tuning();
    private Region region;
    private int xPx;
    private int yPx;
    private FramebufferChoice framebuffer = FramebufferChoice.of(BoundFramebuffer.READ);
    private boolean tiled;
    private FrameRate rate = new FrameRate(30, 1);
    private Timing timing = Timing.REAL_TIME;
    private boolean constantRate;
    private WhenBehind whenBehind; // null for the timing's default
    private EncodeOn encodeOn = EncodeOn.OWN_THREAD;
    private ResizePolicy onResize = ResizePolicy.SCALE;
    private String description;
    private Quality quality; // null for the default
    private long budgetBytes = DEFAULT_BUDGET_BYTES;
    private Duration stallTimeout = DEFAULT_TIMEOUT;
    private Duration closeTimeout = DEFAULT_TIMEOUT;
    private boolean overwrite;
    private SoundFormat sound; // null if there is none
    private ReplayOptions replay; // null if none is kept
    private String extension; // null if there is a file
    private StreamAddress stream; // null if there is none
    private int bitRateBps; // 0 for what suits the size
    private Duration audioOffset = Duration.ZERO;
    private RecorderListener listener; // null if there is none
    private Executor executor; // of the listener
    private LongSupplier clockNs; // null for the system's

    RecorderBuilder(Path output) {
        if (output != null && output.getFileName() == null) {
            throw new IllegalArgumentException("the output " + output + " has no file name");
        }
        this.output = output;
    }

    /**
     * Sets a fixed size of the recorded rectangle, in pixels of the framebuffer. On a HiDPI screen this is not the
     * window's size. Without it all of the framebuffer is recorded, from the corner on, and its size is followed by
     * {@link #onResize}; only where the driver does not tell the size of a texture (OpenGL ES 2 and 3.0, and below
     * OpenGL 4.4 without ARB_multi_bind, as on macOS) it is required.
     *
     * @throws IllegalArgumentException if either number is below 1
     */
    public RecorderBuilder size(int widthPx, int heightPx) {
        region = new Region(xPx, yPx, widthPx, heightPx);
        return this;
    }

    /**
     * Sets the lower left corner of the recorded rectangle, in pixels of the framebuffer. As in GL, (0, 0) is at the
     * bottom left; it is the default.
     *
     * @throws IllegalArgumentException if either number is negative; {@link #size} throws it where it is called later
     */
    public RecorderBuilder corner(int newXPx, int newYPx) {
        region = region == null ? null : new Region(newXPx, newYPx, region.widthPx(), region.heightPx());
        xPx = newXPx;
        yPx = newYPx;
        return this;
    }

    /**
     * Sets the file's frame rate in frames per second. The default is 30.
     *
     * @throws IllegalArgumentException if the rate is not positive
     */
    public RecorderBuilder frameRate(int fps) {
        return frameRate(fps, 1);
    }

    /**
     * Sets the file's frame rate in frames per second, from 1.0 / 3600 on. 23.976, 29.97, 59.94 and their like stand
     * for 24000/1001, 30000/1001 and 60000/1001.
     *
     * @throws IllegalArgumentException if the rate is not positive, or below one frame an hour
     */
    public RecorderBuilder frameRate(double fps) {
        rate = DecimalRate.parse(fps);
        return this;
    }

    /**
     * Sets the file's frame rate as a fraction of frames per second, such as 30000, 1001.
     *
     * @throws IllegalArgumentException if either number is not positive, both are absurdly large, or the rate is below
     *     one frame an hour
     */
    public RecorderBuilder frameRate(int numerator, int denominator) {
        rate = new FrameRate(numerator, denominator);
        return this;
    }

    /**
     * Sets whether every frame of the file lasts exactly one interval of the {@link #frameRate}, as video editors want
     * it. Pictures that are missing are repeated ({@link Stats#repeated}), and captures that come too soon are skipped.
     * The default is false: a picture then lasts until the next one. It is for presets; a {@link #pipeline} has its own
     * {@code videorate}.
     */
    public RecorderBuilder constantRate(boolean newConstantRate) {
        constantRate = newConstantRate;
        return this;
    }

    /** Sets where the time of a frame comes from. The default is {@link Timing#REAL_TIME}. */
    public RecorderBuilder timing(Timing newTiming) {
        timing = Objects.requireNonNull(newTiming, "timing");
        return this;
    }

    /**
     * Sets what a capture does when the encoder is behind. The default is {@link WhenBehind#DROP} in real time, and
     * {@link WhenBehind#WAIT} with any other timing.
     */
    public RecorderBuilder whenBehind(WhenBehind newWhenBehind) {
        whenBehind = Objects.requireNonNull(newWhenBehind, "whenBehind");
        return this;
    }

    /**
     * Sets the picture quality of the preset. The default is {@link Quality#MEDIUM}. It cannot be combined with
     * {@link #pipeline}.
     */
    public RecorderBuilder quality(Quality newQuality) {
        quality = Objects.requireNonNull(newQuality, "quality");
        return this;
    }

    /**
     * Records sound that the application makes and writes to {@link StageRecorder#audio}. The default is none. Without
     * a {@link #pipeline}, the file's extension says how it is encoded.
     *
     * <p>The channels have the order of a WAVE file, and each number of them stands for these:
     *
     * <ul>
     *   <li>1: mono; 2: left, right; 3: left, right, center
     *   <li>4: front left, front right, rear left, rear right
     *   <li>5: front left, front right, center, rear left, rear right
     *   <li>6: front left, front right, center, low frequencies, rear left, rear right
     *   <li>7: as 6, and rear center; no preset takes it
     *   <li>8: as 6, and side left, side right; MP4 and MOV do not take it
     * </ul>
     *
     * @param rateHz sample frames per second, from 8,000 to 192,000
     * @param channels from 1 to 8, as many as the encoder takes
     * @throws IllegalArgumentException if a number is out of range
     */
    public RecorderBuilder audio(int rateHz, int channels, SampleFormat format) {
        sound = new SoundFormat(rateHz, channels, Objects.requireNonNull(format, "format"));
        return this;
    }

    /**
     * Moves the sound of {@link #audio} in the file, to correct a constant delay on its way to the recorder. The default
     * is none. It requires {@link Timing#REAL_TIME}: with any other timing, the application says where sound belongs.
     * With a negative offset, sound that arrives sooner than that after a file begins or a pause ends has no place and is
     * cut, and a file's last sound never arrives. The file waits for its sound, and so a process that is killed loses
     * as much more of it as the offset is long.
     *
     * @param later how much later the sound is heard than it arrives; negative for sound that arrives late
     * @throws IllegalArgumentException if it is more than two seconds, in either direction
     */
    public RecorderBuilder audioOffset(Duration later) {
        if (later.compareTo(MOST_OFFSET) > 0 || later.compareTo(MOST_OFFSET.negated()) < 0) {
            throw new IllegalArgumentException("audioOffset " + later + ": must be at most " + MOST_OFFSET);
        }
        audioOffset = later;
        return this;
    }

    /**
     * Keeps the last seconds in memory, so that {@link StageRecorder#saveReplay} can write them into a file when
     * something worth it has happened. At most 128 MiB are kept. At 0.1 bits a pixel, which a preset of medium quality is
     * expected to take, they last 86 seconds of 1080p at 60 frames a second; richer content takes more. A start whose
     * expected rate does not fit says so in the log, except with a {@link #pipeline}, whose rate is not known.
     *
     * <p>It is kept beside the file that is recorded. With {@link StageRecorder#builder()} and {@link #format} nothing
     * is written until it is saved.
     *
     * @param last how much is kept at least, and at most one interval of keyframes more: a second's frames in the
     *     presets, and two seconds' beside a stream without a file; 64 frames in .ogg; the description's own with a
     *     {@link #pipeline}
     * @throws IllegalArgumentException if it is not positive, or above one day
     */
    public RecorderBuilder replay(Duration last) {
        return replay(last, REPLAY_BYTES);
    }

    /**
     * Keeps the last seconds as {@link #replay(Duration)} does, with a memory budget of its own.
     *
     * @param mostBytes how many encoded bytes are kept at most
     * @throws IllegalArgumentException as the other one does, or if the budget is less than 1 MiB
     */
    public RecorderBuilder replay(Duration last, long mostBytes) {
        replay = ReplayOptions.of(last, mostBytes);
        return this;
    }

    /**
     * Sets how a {@link #replay} without a file is encoded: as a file with this extension would be, such as "mp4". It
     * requires {@link StageRecorder#builder()}; elsewhere the file's name tells it.
     *
     * @throws IllegalArgumentException if it is not a word
     */
    public RecorderBuilder format(String newExtension) {
        String word = newExtension.startsWith(".") ? newExtension.substring(1) : newExtension;
        if (!word.matches("\\w+")) {
            throw new IllegalArgumentException(
                    "format \"" + newExtension + "\": must be an extension, such as \"mp4\"");
        }
        extension = word;
        return this;
    }

    /**
     * Sends the recording to a server as well, from the same encoder, by {@code rtmp://}, {@code rtmps://}, {@code
     * srt://}, {@code rtsp://} or {@code rtsps://}, as H.264 and AAC: see {@link StageRecorder#stream}. The file must be
     * .mp4, .mov or .mkv. It goes on untouched whatever the network does, and no capture waits for that.
     *
     * @param address whose user, password, query values and path behind its first part are never logged
     * @throws IllegalArgumentException if the scheme is unknown, the host, SRT's port or RTMP's key is missing, or there
     *     is a stream already
     */
    public RecorderBuilder alsoTo(URI address) {
        return sentTo(StreamAddress.of(address, null));
    }

    /**
     * Sends the recording to a server as {@link #alsoTo(URI)} does, with a key that is kept elsewhere, as in an
     * environment variable or a file.
     *
     * @param key the last part of the path, or SRT's {@code streamid}
     * @throws IllegalArgumentException as the other one does, or if the key is blank
     * @throws NullPointerException if the key is null, as of a variable that is not set
     */
    public RecorderBuilder alsoTo(URI address, String key) {
        String given =
                Objects.requireNonNull(key, "the key of a stream is null: is the variable set that should hold it?");
        return sentTo(StreamAddress.of(address, given));
    }

    private RecorderBuilder sentTo(StreamAddress address) {
        if (stream != null) {
            throw new IllegalArgumentException(
                    "a recording has one stream at most, and this one goes to " + stream + " already");
        }
        stream = address;
        return this;
    }

    /**
     * Sets the most bits a second of a stream's picture, and so of the file beside it. A single second may have a fifth
     * more. Sound has 80,000 a channel on top. The default suits the size, the frame rate and the {@link #quality}: 2.8
     * million for 720p at 30 frames a second. Where it is set, the quality does not matter.
     *
     * @throws IllegalArgumentException if it is not from 1,000 to 2 billion
     */
    public RecorderBuilder bitRate(int bitsPerSecond) {
        if (bitsPerSecond < LEAST_BPS || bitsPerSecond > MOST_BPS) {
            throw new IllegalArgumentException(
                    "bitRate " + bitsPerSecond + ": must be from " + LEAST_BPS + " to " + MOST_BPS + " bits a second");
        }
        bitRateBps = bitsPerSecond;
        return this;
    }

    /**
     * Sets what happens to the file when the stage changes its size. The default is {@link ResizePolicy#SCALE}.
     * {@link ResizePolicy#NEW_FILE} requires {@link StageRecorder#builder(Path)}, and cannot be combined with
     * {@link #tiled}.
     */
    public RecorderBuilder onResize(ResizePolicy policy) {
        onResize = Objects.requireNonNull(policy, "onResize");
        return this;
    }

    /**
     * Sets whether an existing file may be replaced. The default is false: {@link #start} then refuses to record to it.
     * The old file stays until something in the new one is certain to play, and is put back if that never happens. A
     * symbolic link is followed: the file that it points to is replaced, or created, and the link stays.
     */
    public RecorderBuilder overwrite(boolean newOverwrite) {
        overwrite = newOverwrite;
        return this;
    }

    /**
     * Sets a pipeline that is used in place of the preset: a gst-launch fragment from raw video to a container, such as
     * {@code videorate ! theoraenc ! oggmux}. A description is code: it can read and write files and open sockets, so
     * it must not come from an untrusted source.
     *
     * <p>With {@link #audio} it has two inputs that are not linked, such as {@code x264enc ! mux. audioconvert ! flacenc
     * ! mux. matroskamux name=mux}. In front of the muxer it gets queues of five seconds where it has none as large, so
     * that no frame waits for sound.
     *
     * @throws IllegalArgumentException if the description is null or blank
     */
    public RecorderBuilder pipeline(String newDescription) {
        if (newDescription == null || newDescription.isBlank()) {
            throw new IllegalArgumentException("the pipeline's description is empty");
        }
        description = newDescription;
        return this;
    }

    /**
     * Sets which framebuffer is recorded, by how the application uses it. The default is {@link BoundFramebuffer#READ}.
     * {@link BoundFramebuffer#DRAW} records what the application draws into when it captures.
     * {@link BoundFramebuffer#WINDOW} records the window, whatever is bound. Every binding is unchanged after a
     * capture.
     */
    public RecorderBuilder framebuffer(BoundFramebuffer newFramebuffer) {
        framebuffer = FramebufferChoice.of(Objects.requireNonNull(newFramebuffer, "framebuffer"));
        return this;
    }

    /**
     * Sets the framebuffer object that is recorded, whatever is bound, and its first draw buffer.
     *
     * @param name its name in GL
     * @throws IllegalArgumentException if it is not positive; the window is {@link BoundFramebuffer#WINDOW}
     */
    public RecorderBuilder framebuffer(int name) {
        if (name <= 0) {
            throw new IllegalArgumentException(
                    "framebuffer " + name + ": must be positive, or use framebuffer(WINDOW)");
        }
        framebuffer = FramebufferChoice.named(name);
        return this;
    }

    /**
     * Sets whether frames are drawn in tiles, for sizes above the driver's limit. The application then calls
     * {@link StageRecorder#beginFrame}, {@link StageRecorder#tile} and {@link StageRecorder#endFrame} in place of
     * {@link StageRecorder#capture()}, and the limits of the driver and of the framebuffer apply to each tile. The
     * default is false.
     */
    public RecorderBuilder tiled(boolean newTiled) {
        tiled = newTiled;
        return this;
    }

    /**
     * Sets how much memory the recorder may use to hold frames, in bytes. The default is 1 GiB. The recorder allocates
     * only what it needs.
     *
     * @throws IllegalArgumentException if the number is not positive
     */
    public RecorderBuilder memoryBudget(long sizeBytes) {
        if (sizeBytes <= 0) {
            throw new IllegalArgumentException("memoryBudget " + sizeBytes + ": must be positive");
        }
        budgetBytes = sizeBytes;
        return this;
    }

    /**
     * Sets how long a capture waits under {@link WhenBehind#WAIT} while the encoder frees no memory at all. After that
     * the recording has failed. The default is 10 s.
     *
     * @throws IllegalArgumentException if the timeout is not positive, or above one day
     */
    public RecorderBuilder stallTimeout(Duration timeout) {
        stallTimeout = requirePositive("stallTimeout", timeout);
        return this;
    }

    /**
     * Sets the deadline of each wait at the end of a recording: for the encoder while it makes no progress, for the
     * pipeline to stop, and for the frames' memory to be released. The default is 10 s.
     *
     * @throws IllegalArgumentException if the timeout is not positive, or above one day
     */
    public RecorderBuilder closeTimeout(Duration timeout) {
        closeTimeout = requirePositive("closeTimeout", timeout);
        return this;
    }

    /** Sets where frames are converted and pushed into the pipeline. The default is {@link EncodeOn#OWN_THREAD}. */
    public RecorderBuilder encodeOn(EncodeOn newEncodeOn) {
        encodeOn = Objects.requireNonNull(newEncodeOn, "encodeOn");
        return this;
    }

    /**
     * Sets who is told what happens to the recording: its start, drops, trouble, failure, progress while it closes, and
     * its end. The recorder calls the listener through the executor alone. It calls the executor on a thread of its
     * own, so {@code Runnable::run} will do; {@code SwingUtilities::invokeLater} and its like call the listener on a
     * toolkit's thread. The log tells the start, trouble, failure and the end without a listener too.
     */
    public RecorderBuilder listener(RecorderListener newListener, Executor newExecutor) {
        listener = Objects.requireNonNull(newListener, "listener");
        executor = Objects.requireNonNull(newExecutor, "executor");
        return this;
    }

    /**
     * Changes how pixels travel from the framebuffer to the encoder, for users who measure:
     * {@code tuning(t -> t.readStrategy(ReadStrategy.MAPPED))}.
     *
     * @param change is called at once
     */
    public RecorderBuilder tuning(Consumer<Tuning> change) {
        change.accept(tuning);
        return this;
    }

    /** Sets the monotonic clock of real time, for tests. */
    RecorderBuilder clockNs(LongSupplier newClockNs) {
        clockNs = newClockNs;
        return this;
    }

    /**
     * Does ahead of {@link #start} what takes it longest, so that a start does not hold up the render loop: loads
     * GStreamer, and chooses and tries the encoder. This runs on a thread of its own, some tenths of a second.
     * What it finds is kept for the process, for every recording and {@link #preflight} with the same encoder options,
     * frame rate, file extension and size; no encoder stays open. A start that comes meanwhile waits for it. Whether
     * the file can be written counts only at the start. What killed recorders left in its folder is removed, and the
     * files that they were about to replace are put back.
     *
     * <p>Any thread may call it. Without {@link #size}, the GL context must be current on it, and the present size of
     * the framebuffer counts.
     *
     * @return what was found. It completes exceptionally with what {@link #start} would throw for the same options.
     *     Nothing is kept then, and a later call tries again
     */
    public CompletableFuture<Preparation> prepare() {
        try {
            requireConsistent();
        } catch (IllegalArgumentException e) {
            return CompletableFuture.failedFuture(e);
        }
        return EarlyStart.begin(options(), output, regionChoice());
    }

    /**
     * Opens the encoder and starts the recording. The GL context must be current on this thread, and the framebuffer
     * that {@code framebuffer(...)} chooses, by default the one bound for reading, must be readable.
     * {@link #preflight} reports beforehand whether a start would succeed.
     *
     * <p>If such an encoder has been opened before in this process, by {@link #prepare} or an earlier start, it opens
     * again in the background, and frames are taken meanwhile. If it does not open this time, the recording fails as it
     * would if the encoder failed later.
     *
     * @throws IllegalStateException if no GL context is current on this thread, if its framebuffer cannot be read, or
     *     if the virtual machine is exiting
     * @throws IllegalArgumentException if the size is too large for the driver, the framebuffer or the memory budget,
     *     or missing where the driver does not tell it, if options contradict each other, or if the file's extension
     *     has no preset
     * @throws RecordingException if GStreamer is missing, the pipeline does not open, or the file cannot be written
     */
    public StageRecorder start() {
        requireConsistent();
        Options options = options();
        return new StageRecorder(
                SessionStart.start(
                        options,
                        output,
                        regionChoice(),
                        listener == null ? null : hearers().get()),
                options);
    }

    /**
     * Reports whether {@link #start} would succeed, without recording. It takes the steps of a start up to the trial of
     * the encoder, leaves no file, and names each obstacle and its remedy. It takes as long as a start. What
     * the machine lacks is a finding, never an exception.
     *
     * <p>To find a folder that looks writable but accepts no file, and a name that the file system refuses, it makes an
     * empty file of that name in a hidden folder of its own, and removes both at once.
     *
     * <p>Any thread may call it. If a GL context is current on that thread, the framebuffer, the driver's limits and
     * the ways to read pixels are checked too.
     *
     * @throws IllegalArgumentException if options contradict each other, or the size is missing and no GL context is
     *     current
     */
    public Preflight preflight() {
        requireConsistent();
        PreflightNotes notes = new PreflightNotes();
        PreflightFigures figures = PreflightCheck.run(options(), output, regionChoice(), notes);
        return notes.preflight(figures);
    }

    /**
     * Returns what makes the one who hears a recording; it makes null if there is no listener. All that it makes share
     * the listener's mailbox.
     */
    Supplier<Hearer> hearers() {
        if (listener == null) {
            return () -> null;
        }
        Hearer told = new ListenerValues(listener);
        Mailbox mailbox = new Mailbox(executor);
        return () -> new ListenerMail(told, mailbox);
    }

    RegionChoice regionChoice() {
        return new RegionChoice(region, xPx, yPx);
    }

    void requireConsistent() {
        if (region == null && tiled) {
            throw new IllegalArgumentException("size(widthPx, heightPx) is missing: frames in tiles need it");
        }
        requireResult();
        if (description != null && constantRate) {
            throw new IllegalArgumentException(
                    "constantRate(true) is for presets; put a videorate into the pipeline \"" + description + "\"");
        }
        if (description != null && quality != null) {
            throw new IllegalArgumentException("quality(" + quality + ") is for presets; the pipeline \"" + description
                    + "\" sets its own quality");
        }
        if (!audioOffset.isZero() && (sound == null || timing != Timing.REAL_TIME)) {
            throw new IllegalArgumentException("audioOffset(" + audioOffset + ") requires "
                    + (sound == null ? "audio(...)" : "timing(REAL_TIME), and the timing is " + timing));
        }
        requireNumberable();
        requireStreamable();
    }

    private void requireStreamable() {
        if (bitRateBps != 0 && (stream == null || description != null)) {
            throw new IllegalArgumentException("bitRate(" + bitRateBps + ") "
                    + (stream == null
                            ? "is for a stream: see stream(URI) and alsoTo(URI)"
                            : "is for presets; the pipeline \"" + description + "\" sets its own"));
        }
        if (stream != null && onResize == ResizePolicy.NEW_FILE) {
            throw new IllegalArgumentException(
                    "onResize(NEW_FILE) cannot be combined with a stream, whose picture keeps its size");
        }
    }

    private void requireResult() {
        boolean replayOnly =
                output == null && description == null && stream == null && replay != null && extension != null;
        if (output == null && description == null && stream == null && !replayOnly) {
            throw new IllegalArgumentException("neither a file nor a pipeline(description) with a sink is given, nor"
                    + " a replay(duration) with a format(extension)");
        }
        if (extension != null && !replayOnly) {
            throw new IllegalArgumentException(
                    "format(" + extension + ") is for a replay(duration) without a file and" + " without a pipeline");
        }
    }

    private void requireNumberable() {
        if (onResize == ResizePolicy.NEW_FILE && (output == null || tiled)) {
            throw new IllegalArgumentException("onResize(NEW_FILE) "
                    + (tiled
                            ? "cannot be combined with tiled(true)"
                            : "requires builder(path), because new files are numbered after that path"));
        }
    }

    private static Duration requirePositive(String option, Duration value) {
        if (value.isNegative() || value.isZero() || value.compareTo(LONGEST_TIMEOUT) > 0) {
            throw new IllegalArgumentException(
                    option + " " + value + ": must be positive, and at most " + LONGEST_TIMEOUT);
        }
        return value;
    }

    /** A copy of the options: later changes to this builder do not affect it. */
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
                region == null,
                overwrite,
                audioOffset.toNanos(),
                new Limits(budgetBytes, stallTimeout.toNanos(), closeTimeout.toNanos()),
                tuning.readOptions(framebuffer),
                tuning.encoderOptions(
                        description,
                        quality == null ? Quality.MEDIUM : quality,
                        constantRate,
                        sound,
                        replay == null ? null : replay.into(extension),
                        stream == null ? null : new StreamOptions(stream, bitRateBps, longestStreamWaitNs())));
    }

    /** No frame of a batch is lost because it was drawn faster than the network takes it. */
    private long longestStreamWaitNs() {
        boolean waits = timing == Timing.FRAME_BY_FRAME && whenBehind != WhenBehind.DROP;
        return waits ? stallTimeout.toNanos() / 2 : 0;
    }
}
