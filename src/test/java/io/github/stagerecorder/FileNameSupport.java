package io.github.stagerecorder;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.regex.Pattern;
import org.junit.jupiter.api.condition.OS;

/** Skips a test of a name that no file of this system can have. */
public final class FileNameSupport {
    private static final Pattern REFUSED_BY_WINDOWS = Pattern.compile("[\\x00-\\x1f<>:\"/\\\\|?*]|[ .]$");

    private FileNameSupport() {}

    public static void assume(String name) {
        assumeTrue(
                !OS.WINDOWS.isCurrentOs() || !REFUSED_BY_WINDOWS.matcher(name).find(),
                "Windows has no file of the name " + name);
    }
}
