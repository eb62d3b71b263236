package io.github.stagerecorder.file;

import com.sun.jna.Platform;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** The names that a file of Windows cannot have, although Java takes them for paths. */
final class WindowsNames {
    /** In every folder, and with any extension: a file there would never appear. */
    private static final Pattern DEVICE = Pattern.compile(
            "(CON|PRN|AUX|NUL|CONIN\\$|CONOUT\\$|(COM|LPT)[0-9¹²³]) *(\\..*)?", Pattern.CASE_INSENSITIVE);

    private static final Pattern SHORTENED = Pattern.compile(".*[. ]");

    private WindowsNames() {}

    /** Returns why this system can have no file of this name; null if it can. */
    static String obstacle(Path file) {
        Path name = file.getFileName(); // a root has none, and is refused as a folder
        return Platform.isWindows() && name != null ? obstacle(name.toString()) : null;
    }

    /** Returns why Windows can have no file of this name; null if it can. */
    static String obstacle(String fileName) {
        if (DEVICE.matcher(fileName).matches()) {
            return "Windows gives this name to a device, whatever the folder and the extension";
        }
        return SHORTENED.matcher(fileName).matches() ? "Windows drops dots and spaces at the end of a name" : null;
    }
}
