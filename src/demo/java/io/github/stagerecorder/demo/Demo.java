package io.github.stagerecorder.demo;

import io.github.stagerecorder.EncodeOn;
import io.github.stagerecorder.Outcome;
import io.github.stagerecorder.Preflight;
import io.github.stagerecorder.RecorderBuilder;
import io.github.stagerecorder.SampleFormat;
import io.github.stagerecorder.SavedReplay;
import io.github.stagerecorder.StageRecorder;
import io.github.stagerecorder.Timing;
import io.github.stagerecorder.WhenBehind;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;

/** Paints an animated stage and records it as an application would, using only the public API. */
@Command(
        name = "scripts/demo.sh",
        description = "Renders an animated OpenGL stage and records it.",
        sortOptions = false,
        sortSynopsis = false,
        usageHelpWidth = 110)
public final class Demo implements Callable<Integer> {
    @Mixin
    private DemoOptions options;

    /**
     * Runs the demo. The exit status is 1 if it failed, or if --check reports that recording would fail, and 2 if an
     * option was wrong.
     */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    private static CommandLine commandLine() {
        return new CommandLine(new Demo())
                .registerConverter(Integer.class, OptionTypes::wholeNumber)
                .registerConverter(Double.class, OptionTypes::decimal)
                .registerConverter(URI.class, OptionTypes::address)
                .registerConverter(PixelSize.class, PixelSize::parse)
                .registerConverter(Fps.class, Fps::parse)
                .registerConverter(DemoOptions.Clock.class, OptionTypes.wordFor(DemoOptions.Clock.class))
                .registerConverter(WhenBehind.class, OptionTypes.wordFor(WhenBehind.class))
                .registerConverter(EncodeOn.class, OptionTypes.wordFor(EncodeOn.class))
                .setOverwrittenOptionsAllowed(true)
                .setParameterExceptionHandler(Demo::wrongUsage)
                .setExecutionExceptionHandler(Demo::failed);
    }

    private static int wrongUsage(ParameterException cause, String[] arguments) {
        System.err.println(cause.getMessage() + " (--help lists all options)");
        return ExitCode.USAGE;
    }

    private static int failed(Exception cause, CommandLine command, CommandLine.ParseResult parsed) {
        if (!isExiting()) {
            System.err.println(cause.getMessage());
        }
        return ExitCode.SOFTWARE;
    }

    /**
     * Returns true if the user has interrupted the demo. The recorder's shutdown hook then completes the file, and no
     * error needs to be shown.
     */
    private static boolean isExiting() {
        try {
            Thread probe = new Thread();
            Runtime.getRuntime().addShutdownHook(probe);
            return !Runtime.getRuntime().removeShutdownHook(probe);
        } catch (IllegalStateException e) {
            return true;
        }
    }

    @Override
    public Integer call() throws IOException {
        options.validate();
        if (options.check()) {
            return check();
        }
        if (options.clips().isPresent()) {
            new Clips(options, System.out).play(options.clips().get());
            return ExitCode.OK;
        }
        System.out.print(options.replay().isPresent() ? replay() : record().text());
        return ExitCode.OK;
    }

    /** Checks with the surface that would be recorded. */
    private int check() {
        try (GlSurface surface = open()) {
            Preflight preflight = builder(surface).preflight();
            System.out.print(preflight);
            options.replay().ifPresent(seconds -> System.out.print(expectedReplay(seconds)));
            return preflight.canRecord() ? ExitCode.OK : ExitCode.SOFTWARE;
        }
    }

    /**
     * Closes the recorder before the surface, while its context is current. The recorder throws if the file is
     * incomplete.
     */
    private Summary record() {
        try (GlSurface surface = open();
                Stage stage = new Stage(surface.widthPx(), surface.heightPx());
                StageRecorder recorder = builder(surface).start()) {
            CaptureTimes times = new Performance(options, surface, stage, recorder, System.out).play();
            Outcome outcome = recorder.finish().join();
            return new Summary(outcome, options.output(), options.stream().toString(), times, surface.renderer());
        }
    }

    /** Saves the replay while the recorder is open, as an application would at a key. */
    private String replay() {
        Path file = options.output().orElseThrow();
        try (GlSurface surface = open();
                Stage stage = new Stage(surface.widthPx(), surface.heightPx());
                StageRecorder recorder = builder(surface).start()) {
            new Performance(options, surface, stage, recorder, System.out).play();
            SavedReplay saved = recorder.saveReplay(file).join();
            return String.format(
                    Locale.ROOT,
                    "saved       %s, %.1f s, from %.1f to %.1f s, %d frames, %s%n",
                    saved.file(),
                    saved.duration().toNanos() / 1e9,
                    saved.from().toNanos() / 1e9,
                    saved.to().toNanos() / 1e9,
                    saved.frames(),
                    sound());
        }
    }

    /** What the replay has at least, if so much is played. The keyframe before it may be an interval earlier. */
    private String expectedReplay(Duration kept) {
        double seconds = kept.toNanos() / 1e9;
        double rate = (double) options.fps().numerator() / options.fps().denominator();
        return String.format(
                Locale.ROOT,
                "replay      %s, the last %.1f s and at most one interval of keyframes more, at least %d frames, %s%n",
                options.output().orElseThrow(),
                seconds,
                Math.round(seconds * rate),
                sound());
    }

    private String sound() {
        return options.sound() ? "with sound" : "without sound";
    }

    private GlSurface open() {
        return options.window()
                ? new WindowSurface(options.widthPx(), options.heightPx(), "StageRecorder")
                : new OffscreenSurface(options.widthPx(), options.heightPx());
    }

    private RecorderBuilder destination() {
        if (options.stream().isGiven()) {
            return options.stream().into(options.output());
        }
        if (options.replay().isPresent()) {
            String name = options.output().orElseThrow().toString();
            return StageRecorder.builder()
                    .format(name.substring(name.lastIndexOf('.') + 1))
                    .replay(options.replay().get());
        }
        return options.output().map(StageRecorder::builder).orElseGet(StageRecorder::builder);
    }

    /** Translates the demo's options into the library's options. */
    private RecorderBuilder builder(GlSurface surface) {
        boolean realTime = options.clock() == DemoOptions.Clock.REALTIME;
        RecorderBuilder builder = destination()
                .overwrite(options.overwrite())
                .size(surface.widthPx(), surface.heightPx())
                .frameRate(options.fps().numerator(), options.fps().denominator())
                .timing(realTime ? Timing.REAL_TIME : Timing.FRAME_BY_FRAME)
                .encodeOn(options.encodeOn());
        options.whenBehind().ifPresent(builder::whenBehind);
        options.pipeline().ifPresent(builder::pipeline);
        if (options.sound()) {
            builder.audio(BounceSound.RATE_HZ, BounceSound.CHANNELS, SampleFormat.S16);
        }
        return builder;
    }
}
