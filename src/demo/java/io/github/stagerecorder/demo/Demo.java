package io.github.stagerecorder.demo;

import io.github.stagerecorder.EncodeOn;
import io.github.stagerecorder.Preflight;
import io.github.stagerecorder.RecorderBuilder;
import io.github.stagerecorder.RecordingException;
import io.github.stagerecorder.StageRecorder;
import java.io.IOException;

/** Paints an animated stage and records it, as an application would: over the public API alone. */
public final class Demo {
    private static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;

    private Demo() {}

    /** Runs the demo; the exit status is 1 when it failed or would fail and 2 when an option was wrong. */
    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    private static int run(String[] arguments) {
        DemoOptions options;
        try {
            options = DemoOptions.parse(arguments);
        } catch (IllegalArgumentException e) {
            return complain(e, WRONG_USAGE);
        }
        try {
            return options.check() && !options.help() ? check(options) : show(options);
        } catch (RecordingException | IllegalArgumentException | IllegalStateException | IOException e) {
            return isExiting() ? FAILED : complain(e, FAILED);
        }
    }

    private static int show(DemoOptions options) throws IOException {
        System.out.print(options.help() ? DemoOptions.USAGE : record(options).text());
        return 0;
    }

    /** Interrupted by the user: the recorder's shutdown hook completes the file, and there is nothing to complain of. */
    private static boolean isExiting() {
        try {
            Thread probe = new Thread();
            Runtime.getRuntime().addShutdownHook(probe);
            return !Runtime.getRuntime().removeShutdownHook(probe);
        } catch (IllegalStateException e) {
            return true;
        }
    }

    private static int complain(Exception cause, int status) {
        System.err.println(cause.getMessage());
        return status;
    }

    /** In the surface that would be recorded. */
    private static int check(DemoOptions options) {
        try (GlSurface surface = open(options)) {
            Preflight preflight = builder(options, surface).preflight();
            System.out.print(preflight);
            return preflight.canRecord() ? 0 : FAILED;
        }
    }

    /** The recorder is closed first, while its context is current; it throws when the file is not complete. */
    private static Summary record(DemoOptions options) {
        try (GlSurface surface = open(options);
                Stage stage = new Stage(surface.widthPx(), surface.heightPx());
                StageRecorder recorder = builder(options, surface).start()) {
            CaptureTimes times = new Performance(options, surface, stage, recorder, System.out).play();
            return new Summary(
                    recorder.finish().toCompletableFuture().join(), options.output(), times, surface.renderer());
        }
    }

    private static GlSurface open(DemoOptions options) {
        return options.window()
                ? new WindowSurface(options.widthPx(), options.heightPx(), "StageRecorder")
                : new OffscreenSurface(options.widthPx(), options.heightPx());
    }

    private static RecorderBuilder builder(DemoOptions options, GlSurface surface) {
        RecorderBuilder builder = options.output()
                .map(file -> StageRecorder.builder(file).overwrite(options.overwrite()))
                .orElseGet(StageRecorder::builder)
                .size(surface.widthPx(), surface.heightPx())
                .frameRate(options.fpsNumerator(), options.fpsDenominator())
                .timing(options.clock())
                .encodeOn(options.parallel() ? EncodeOn.OWN_THREAD : EncodeOn.RENDER_THREAD);
        options.whenFull().ifPresent(builder::whenBehind);
        options.pipeline().ifPresent(builder::pipeline);
        return builder;
    }
}
