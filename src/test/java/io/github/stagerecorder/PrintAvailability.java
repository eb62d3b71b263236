package io.github.stagerecorder;

import java.nio.file.Path;
import org.freedesktop.gstreamer.Gst;

/** Prints whether recording can work in this process, and how a start is refused. */
final class PrintAvailability {
    private PrintAvailability() {}

    /** @param arguments {@code deinit} to shut GStreamer down first */
    public static void main(String[] arguments) {
        if (arguments.length > 0) {
            System.out.println("before: " + StageRecorder.isAvailable());
            Gst.deinit();
        }
        System.out.println("available: " + StageRecorder.isAvailable());
        print("cause: ", StageRecorder.unavailabilityCause());
        print("again: ", StageRecorder.unavailabilityCause()); // a class that has failed fails in another way
        try {
            StageRecorder.builder(Path.of("never-written.mkv")).size(64, 64).start();
        } catch (RecordingException e) {
            print("start: " + e.kind() + " ", e);
        }
        System.exit(0);
    }

    private static void print(String what, Throwable cause) {
        System.out.println(what + (cause == null ? "none" : cause.getMessage()));
    }
}
