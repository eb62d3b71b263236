package io.github.stagerecorder.gstreamer;

import com.sun.jna.NativeLibrary;
import com.sun.jna.WString;
import java.util.Arrays;

/** The folders in which a process of Windows looks for libraries. Java's own copy of the variable does not change. */
final class WindowsPath {
    private static final String NAME = "PATH";
    private static final int LONGEST_VALUE = 32_767;

    private WindowsPath() {}

    /** Adds a folder, unless it is there: GStreamer's plugins look there for what they need. */
    static void add(String folder) {
        NativeLibrary kernel = NativeLibrary.getInstance("kernel32");
        char[] value = new char[LONGEST_VALUE];
        int length = kernel.getFunction("GetEnvironmentVariableW")
                .invokeInt(new Object[] {new WString(NAME), value, value.length});
        String longer = with(folder, new String(value, 0, Math.min(length, value.length)));
        kernel.getFunction("SetEnvironmentVariableW").invokeInt(new Object[] {new WString(NAME), new WString(longer)});
    }

    static String with(String folder, String path) {
        boolean isThere = Arrays.stream(path.split(";")).anyMatch(folder::equalsIgnoreCase);
        return isThere ? path : folder + ";" + path;
    }
}
