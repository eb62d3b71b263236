package io.github.stagerecorder.gstreamer;

import io.github.stagerecorder.StageRecorder;
import io.github.stagerecorder.jni.LoadedFiles;
import java.nio.file.Path;
import org.freedesktop.gstreamer.Gst;
import org.freedesktop.gstreamer.Version;

/** Finds GStreamer, tries an encoder with it, and prints which files of its libraries are mapped then. */
final class TellGStreamer {
    private TellGStreamer() {}

    /**
     * @param arguments {@code load PATH} to load a library first, or {@code init} to let the host initialise GStreamer
     */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length == 2) {
            System.load(arguments[1]);
        } else if (arguments.length == 1) {
            Gst.init(Version.of(1, 20), "host");
        }
        Throwable cause = StageRecorder.unavailabilityCause();
        System.out.println("cause: " + (cause == null ? "none" : cause.getMessage()));
        if (cause != null) {
            System.out.println("again: " + StageRecorder.unavailabilityCause().getMessage());
        }
        if (cause == null) {
            System.out.println("encoder: "
                    + StageRecorder.builder(Path.of("never-written.mkv"))
                            .size(64, 64)
                            .prepare()
                            .join()
                            .encoder());
        }
        // the libraries themselves; plugins have no version in their names
        LoadedFiles.named("(lib)?(gst[a-z]+|glib|gobject)-[12]\\.0[.-].*")
                .forEach(file -> System.out.println("mapped: " + file));
        System.exit(0);
    }
}
