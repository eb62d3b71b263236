package io.github.stagerecorder.pipeline;

import com.sun.jna.Platform;
import io.github.stagerecorder.file.LongWindowsPath;
import io.github.stagerecorder.gstreamer.GStreamerLibraries;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.freedesktop.gstreamer.Element;
import org.freedesktop.gstreamer.glib.Natives;

/**
 * Tells a sink its file, whatever the character sets of JNA and of the machine are. Elsewhere than on Windows a name is
 * bytes, and a URI gives the file system's own. On Windows the property is UTF-8, and a URI could not name a file on
 * another machine.
 */
final class SinkLocation {
    private SinkLocation() {}

    /** Returns whether the sink takes the path. */
    static boolean set(Element sink, Path path) {
        if (!Platform.isWindows()) {
            return call("gst_uri_handler_set_uri", sink, path.toUri().toASCIIString(), null) != 0;
        }
        call("gst_util_set_object_arg", sink, utf8("location"), utf8(LongWindowsPath.of(path.toString())));
        return true;
    }

    private static int call(String function, Element sink, Object first, Object second) {
        return GStreamerLibraries.get("gstreamer-1.0")
                .getFunction(function)
                .invokeInt(new Object[] {Natives.getRawPointer(sink), first, second});
    }

    private static byte[] utf8(String text) {
        return (text + '\0').getBytes(StandardCharsets.UTF_8);
    }
}
