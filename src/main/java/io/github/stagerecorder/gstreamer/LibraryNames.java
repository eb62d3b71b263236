package io.github.stagerecorder.gstreamer;

import com.sun.jna.Platform;
import java.util.List;

/** Knows what the files of GStreamer's libraries are called on each system. */
enum LibraryNames {
    LINUX(List.of("lib%s.so.0", "lib%s.so")),
    MACOS(List.of("lib%s.0.dylib", "lib%s.dylib")),
    /** Built by MSVC, or by MinGW. */
    WINDOWS(List.of("%s-0.dll", "lib%s-0.dll"));

    private final List<String> formats;

    LibraryNames(List<String> formats) {
        this.formats = formats;
    }

    static LibraryNames ofThisSystem() {
        if (Platform.isWindows()) {
            return WINDOWS;
        }
        return Platform.isMac() ? MACOS : LINUX;
    }

    /** Returns the names that a library may have, such as {@code gstapp-1.0}, likely ones first. */
    List<String> files(String library) {
        return formats.stream().map(format -> String.format(format, library)).toList();
    }

    /**
     * Returns the names by which the Java binding is to ask JNA, in the binding's notation. On Linux and Windows the
     * name alone stands for what is loaded already; on macOS a path does.
     *
     * @param folder where GStreamer was found; null where the system found it
     */
    String forBinding(String folder) {
        String names = String.join("|", formats) + "|%s";
        if (folder == null || this == WINDOWS) {
            return names;
        }
        String path = folder.replace("%", "%%") + "/" + formats.get(0);
        return this == MACOS ? path + "|" + names : formats.get(0) + "|" + path + "|" + names;
    }
}
