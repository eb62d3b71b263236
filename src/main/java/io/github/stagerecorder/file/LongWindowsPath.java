package io.github.stagerecorder.file;

/** Names a file for Windows' own functions, which take a long path only with a prefix. */
public final class LongWindowsPath {
    /** Longer paths need the prefix, unless the program and the machine are set up for them. The JDK has the same limit. */
    private static final int LONGEST_PLAIN_PATH = 247;

    private LongWindowsPath() {}

    /** Returns the path, with the prefix if it needs one. */
    public static String of(String path) {
        if (path.length() <= LONGEST_PLAIN_PATH || path.startsWith("\\\\?\\")) {
            return path;
        }
        return path.startsWith("\\\\") ? "\\\\?\\UNC" + path.substring(1) : "\\\\?\\" + path;
    }
}
