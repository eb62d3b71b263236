package io.github.stagerecorder.encode;

import com.sun.jna.Platform;
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
    /** Longer paths need a prefix, unless the program and the machine are set up for them. The JDK has the same limit. */
    private static final int LONGEST_PLAIN_PATH = 247;

    private SinkLocation() {}

    /** Returns whether the sink takes the path. */
    static boolean set(Element sink, Path path) {
        if (!Platform.isWindows()) {
            return call("gst_uri_handler_set_uri", sink, path.toUri().toASCIIString(), null) != 0;
        }
        call("gst_util_set_object_arg", sink, utf8("location"), utf8(onWindows(path.toString())));
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

    static String onWindows(String path) {
        if (path.length() <= LONGEST_PLAIN_PATH || path.startsWith("\\\\?\\")) {
            return path;
        }
        return path.startsWith("\\\\") ? "\\\\?\\UNC" + path.substring(1) : "\\\\?\\" + path;
    }
}
