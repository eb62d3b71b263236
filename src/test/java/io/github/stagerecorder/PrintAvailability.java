package io.github.stagerecorder;

import java.nio.file.Path;
import org.freedesktop.gstreamer.Gst;

/** Prints whether recording can work in this process, and how a start is refused. */
final class PrintAvailability {
    private PrintAvailability() {}

    /**
     * @param arguments what is done first: {@code available} looks for GStreamer, {@code init} and {@code deinit}
     *     initialise it and shut it down
     */
    public static void main(String[] arguments) {
        for (String step : arguments) {
            switch (step) {
                case "available" -> System.out.println("before: " + StageRecorder.isAvailable());
                case "init" -> Gst.init("program");
                case "deinit" -> Gst.deinit();
                default -> throw new IllegalArgumentException(step);
            }
        }
        System.out.println("available: " + StageRecorder.isAvailable());
        print("cause: ", StageRecorder.unavailabilityCause());
        print("again: ", StageRecorder.unavailabilityCause()); // a class that has failed fails in another way
        try {
            StageRecorder.builder(Path.of("never-written.mkv")).size(64, 64).start();
        } catch (RecordingException e) {
            print("start: " + e.kind() + " ", e);
        }
        Preflight preflight =
                StageRecorder.builder(Path.of("never-written.mkv")).size(64, 64).preflight();
        System.out.println("preflight: " + preflight.findings().get(0).advice());
        System.exit(0);
    }

    private static void print(String what, Throwable cause) {
        System.out.println(what + (cause == null ? "none" : cause.getMessage()));
    }
}
