package io.github.stagerecorder.encode;

import com.sun.jna.Platform;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** The names that Windows gives to devices in every folder, with any extension: a file there would never appear. */
final class DeviceNames {
    private static final Pattern NAME = Pattern.compile(
            "(CON|PRN|AUX|NUL|CONIN\\$|CONOUT\\$|(COM|LPT)[0-9¹²³]) *(\\..*)?", Pattern.CASE_INSENSITIVE);

    private DeviceNames() {}

    /** Returns whether the path names a device on this system. */
    static boolean hasOne(Path path) {
        return Platform.isWindows() && isOne(path.getFileName().toString());
    }

    static boolean isOne(String fileName) {
        return NAME.matcher(fileName).matches();
    }
}
