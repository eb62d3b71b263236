package io.github.stagerecorder.demo;

import io.github.stagerecorder.EncodeOn;
import io.github.stagerecorder.WhenBehind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command-line options of the demo. */
final class DemoOptions {
    /** Determines the time of each frame. */
    enum Clock {
        REALTIME,
        FIXED
    }

    /** The length of the recording, given by one of the two options. */
    private static final class Length {
        @Option(names = "--frames", paramLabel = "N", description = "How many frames to paint.")
        private Integer frames;

        @Option(names = "--seconds", paramLabel = "S", description = "How long to paint (10); instead of --frames.")
        private Double seconds;
    }

    private static final Path DEFAULT_OUTPUT = Path.of("stage.ogg");
    private static final Path STREAMED_OUTPUT = Path.of("stage.mp4");
    private static final Path OWN_SINK = Path.of("-");
    private static final double DEFAULT_SECONDS = 10;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--size",
            paramLabel = "WxH",
            defaultValue = "640x360",
            description = "The picture in pixels (${DEFAULT-VALUE}).")
    private PixelSize size;

    @Option(
            names = "--fps",
            paramLabel = "N[/D]",
            defaultValue = "30",
            description = "Frames a second (${DEFAULT-VALUE}).")
    private Fps fps;

    @ArgGroup
    private Length length = new Length();

    @Option(
            names = "--pipeline",
            paramLabel = "DESC",
            description = "A gst-launch fragment that encodes and muxes. Without it the output's extension decides, and"
                    + " for .ogg that is: videorate ! theoraenc ! oggmux")
    private String pipeline;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "The file (stage.ogg, which is replaced); an existing FILE needs --overwrite."
                    + " With - there is no file: the description given with --pipeline brings its own sink, or --stream sends"
                    + " the recording alone.")
    private Path output;

    @Option(names = "--overwrite", description = "Replace FILE.")
    private boolean overwrite;

    @Option(
            names = "--clock",
            paramLabel = "CLOCK",
            defaultValue = "realtime",
            description = "realtime: paint at the frame rate and stamp what the clock says; fixed: paint as fast as the"
                    + " encoder takes it and stamp frame n at n/fps seconds (${DEFAULT-VALUE}).")
    private Clock clock;

    @Option(
            names = "--when-full",
            paramLabel = "WHAT",
            description = "When the encoder is behind, drop: lose frames; wait: slow the painting down (drop with"
                    + " realtime, wait with fixed).")
    private WhenBehind whenBehind;

    @Option(
            names = "--encode-on",
            paramLabel = "THREAD",
            defaultValue = "own-thread",
            description = "own-thread: encode on a thread of its own; render-thread: in capture() (${DEFAULT-VALUE}).")
    private EncodeOn encodeOn;

    @Option(names = "--sound", description = "Record sound too: each bounce is heard.")
    private boolean sound;

    @Option(
            names = "--replay",
            paramLabel = "S",
            description = "Record nothing, but keep the last S seconds, and save them to the output at the end.")
    private Double replay;

    @ArgGroup(exclusive = false)
    private StreamOption stream = new StreamOption();

    @Option(names = "--window", description = "Paint in a window instead of in memory.")
    private boolean window;

    @Option(
            names = "--clips",
            paramLabel = "FOLDER",
            description =
                    "Paint in a window until it is closed, and record by keys: F9 starts and stops a recording into"
                            + " FOLDER, F10 takes a snapshot, F11 saves the last half a minute.")
    private Path clips;

    @Option(
            names = "--check",
            description = "Record nothing: report whether recording would work here, how, and what prevents it.")
    private boolean check;

    @Option(names = "--help", usageHelp = true, description = "Print this.")
    private boolean help;

    /**
     * Checks what no single option can check.
     *
     * @throws ParameterException if an option is wrong; the message names it and its value
     */
    void validate() {
        if (frameCount() > FrameNumber.LIMIT) {
            String complaint = "is too long: the frame number ends at " + FrameNumber.LIMIT + " frames";
            throw length.frames != null
                    ? refused("--frames", length.frames, complaint)
                    : refused("--seconds", secondsToPaint(), complaint);
        }
        if (clips != null && (output != null || pipeline != null || check)) {
            throw refused(
                    "--clips", clips, "goes without --output, --pipeline and --check: files get names of their own");
        }
        if (replay != null && (replay <= 0 || pipeline != null || clips != null || OWN_SINK.equals(output))) {
            throw refused("--replay", replay, "must be positive, and goes without --pipeline, --clips and --output -");
        }
        if (replay != null && !overwrite() && output().filter(Files::exists).isPresent()) {
            throw refused("--output", output, "exists: give --overwrite, or another name");
        }
        stream.validate(command);
        if (stream.isGiven() && (pipeline != null || clips != null || replay != null)) {
            throw refused("--stream", stream, "goes without --pipeline, --clips and --replay");
        }
        if (OWN_SINK.equals(output) && pipeline == null && !stream.isGiven()) {
            throw refused(
                    "--output",
                    output,
                    "means that there is no file: give --pipeline with a sink of its own, or --stream");
        }
    }

    private ParameterException refused(String option, Object value, String complaint) {
        return new ParameterException(
                command.commandLine(), "Invalid value for option '" + option + "': '" + value + "' " + complaint);
    }

    int widthPx() {
        return size.widthPx();
    }

    int heightPx() {
        return size.heightPx();
    }

    Fps fps() {
        return fps;
    }

    /** Returns the maximum number of frames to paint. */
    int frames() {
        return (int) frameCount();
    }

    private double frameCount() {
        if (clips != null && length.frames == null && length.seconds == null) {
            return FrameNumber.LIMIT;
        }
        return length.frames != null ? length.frames : fps.framesIn(secondsToPaint());
    }

    /** Returns the maximum time to paint, measured by the stage's time. */
    double seconds() {
        return length.frames != null || clips != null && length.seconds == null
                ? Double.POSITIVE_INFINITY
                : secondsToPaint();
    }

    private double secondsToPaint() {
        return length.seconds != null ? length.seconds : DEFAULT_SECONDS;
    }

    /** Returns the pipeline description, if one was given. */
    Optional<String> pipeline() {
        return Optional.ofNullable(pipeline);
    }

    /** Returns the file to write, or empty if the description brings its own sink, or the recording is only sent. */
    Optional<Path> output() {
        if (OWN_SINK.equals(output)) {
            return Optional.empty();
        }
        Path usual = stream.isGiven() ? STREAMED_OUTPUT : DEFAULT_OUTPUT;
        return Optional.of(output == null ? usual : output);
    }

    /** Returns true if an existing file may be replaced. */
    boolean overwrite() {
        return overwrite || output == null;
    }

    Clock clock() {
        return clock;
    }

    /** Returns what to do when the encoder is behind. If empty, the library decides depending on the clock. */
    Optional<WhenBehind> whenBehind() {
        return Optional.ofNullable(whenBehind);
    }

    EncodeOn encodeOn() {
        return encodeOn;
    }

    /** Returns true to record sound too. */
    boolean sound() {
        return sound;
    }

    /** Returns true to paint in a window instead of in memory. */
    boolean window() {
        return window;
    }

    /** Returns where the recording is sent. */
    StreamOption stream() {
        return stream;
    }

    /** Returns how much is kept to be saved at the end, if nothing else is recorded. */
    Optional<Duration> replay() {
        return Optional.ofNullable(replay).map(seconds -> Duration.ofNanos(Math.round(seconds * 1e9)));
    }

    /** Returns the folder for recordings by keys, if it was given. */
    Optional<Path> clips() {
        return Optional.ofNullable(clips);
    }

    /** Returns true to only report whether a recording would work. */
    boolean check() {
        return check;
    }
}
