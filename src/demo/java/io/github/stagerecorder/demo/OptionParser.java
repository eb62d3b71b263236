package io.github.stagerecorder.demo;

import io.github.stagerecorder.Timing;
import io.github.stagerecorder.WhenBehind;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Reads the demo's command line, word by word. */
final class OptionParser {
    private static final OptionValue DEFAULT_OUTPUT = new OptionValue("--output", "stage.ogg");
    private static final OptionValue DEFAULT_SECONDS = new OptionValue("--seconds", "10");
    private static final String OWN_SINK = "-";

    private int[] size = {640, 360};
    private int[] rate = {30, 1};
    private OptionValue frames;
    private OptionValue seconds;
    private String pipeline;
    private OptionValue output;
    private Timing clock = Timing.REAL_TIME;
    private WhenBehind whenFull;
    private boolean parallel = true;
    private boolean overwrite;
    private boolean window;
    private boolean check;
    private boolean help;

    DemoOptions parse(String... arguments) {
        Iterator<String> rest = List.of(arguments).iterator();
        while (rest.hasNext()) {
            read(rest.next(), rest);
        }
        return new DemoOptions(
                size[0],
                size[1],
                rate[0],
                rate[1],
                frameCount(),
                secondsToPaint(),
                Optional.ofNullable(pipeline),
                outputPath(),
                clock,
                Optional.ofNullable(whenFull),
                parallel,
                overwrite || output == null,
                window,
                check,
                help);
    }

    private void read(String option, Iterator<String> rest) {
        switch (option) {
            case "--size" -> size = next(option, rest).size();
            case "--fps" -> rate = next(option, rest).rate();
            case "--frames" -> frames = next(option, rest);
            case "--seconds" -> seconds = next(option, rest);
            case "--pipeline" -> pipeline = next(option, rest).text();
            case "--output" -> output = next(option, rest);
            case "--clock" ->
                clock = next(option, rest).oneOf("realtime", Timing.REAL_TIME, "fixed", Timing.FRAME_BY_FRAME);
            case "--when-full" -> whenFull = next(option, rest).oneOf("drop", WhenBehind.DROP, "wait", WhenBehind.WAIT);
            case "--parallel" -> parallel = next(option, rest).oneOf("true", true, "false", false);
            case "--overwrite" -> overwrite = true;
            case "--window" -> window = true;
            case "--check" -> check = true;
            case "--help" -> help = true;
            default -> throw new IllegalArgumentException(option + " is no option: --help lists them");
        }
    }

    private static OptionValue next(String option, Iterator<String> rest) {
        String text = rest.hasNext() ? rest.next() : "--";
        if (text.startsWith("--")) {
            throw new IllegalArgumentException(option + " needs a value: --help tells which");
        }
        return new OptionValue(option, text);
    }

    /** As asked for, or as many as the seconds hold, at least one. */
    private int frameCount() {
        if (frames != null && seconds != null) {
            throw frames.refused("is one length, --seconds \"" + seconds.text() + "\" another: give one of them");
        }
        OptionValue length = length();
        double count = frames != null ? frames.frames() : Math.rint(length.seconds() * rate[0] / rate[1]);
        if (count > FrameNumber.LIMIT) {
            throw length.refused("is too long: the frame number ends at " + FrameNumber.LIMIT + " frames");
        }
        return (int) Math.max(1, count);
    }

    private double secondsToPaint() {
        return frames != null ? Double.POSITIVE_INFINITY : length().seconds();
    }

    private OptionValue length() {
        return frames != null ? frames : Optional.ofNullable(seconds).orElse(DEFAULT_SECONDS);
    }

    private Optional<Path> outputPath() {
        OptionValue file = Optional.ofNullable(output).orElse(DEFAULT_OUTPUT);
        if (!file.text().equals(OWN_SINK)) {
            return Optional.of(file.path());
        }
        if (pipeline == null) {
            throw file.refused("means that the description brings its own sink: give one with --pipeline");
        }
        return Optional.empty();
    }
}
