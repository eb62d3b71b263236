package io.github.stagerecorder.gstreamer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The places and the names of each system, also of those that do not run here. */
class GStreamerPlacesTest {
    private final Map<String, String> properties = new HashMap<>(Map.of("user.home", "/home/u", "os.arch", "amd64"));
    private final Map<String, String> variables = new HashMap<>();

    @Test
    void shouldAskTheLoaderOfLinuxBeforeWhatIsOnlyUsual() {
        variables.put("GSTREAMER_1_0_ROOT", "/opt/gst");
        properties.put("jna.library.path", "/host/a:/host/b");
        properties.put("os.arch", "aarch64");
        List<String> places = folders(LibraryNames.LINUX);
        assertEquals(
                List.of("/host/a", "/host/b", "/opt/gst/lib", "/opt/gst/lib64", "/opt/gst/lib/aarch64-linux-gnu", "-"),
                places.subList(0, 6));
        assertTrue(places.contains("/usr/local/lib/aarch64-linux-gnu"), places::toString);
    }

    @Test
    void shouldKnowTheInstallersOfWindows() {
        variables.put("GSTREAMER_1_0_ROOT_MSVC_X86_64", "D:\\gst\\1.0\\msvc_x86_64\\");
        variables.put("ProgramFiles", "C:\\Program Files");
        variables.put("LOCALAPPDATA", "C:\\Users\\u\\AppData\\Local");
        properties.put("jna.library.path", "C:\\host;D:\\host");
        assertEquals(
                List.of(
                        "C:\\host",
                        "D:\\host",
                        "D:\\gst\\1.0\\msvc_x86_64\\bin",
                        "C:\\gstreamer\\1.0\\msvc_x86_64\\bin",
                        "C:\\gstreamer\\1.0\\mingw_x86_64\\bin",
                        "C:\\Program Files\\gstreamer\\1.0\\msvc_x86_64\\bin",
                        "C:\\Program Files\\gstreamer\\1.0\\mingw_x86_64\\bin",
                        "C:\\Users\\u\\AppData\\Local\\Programs\\gstreamer\\1.0\\msvc_x86_64\\bin",
                        "C:\\Users\\u\\AppData\\Local\\Programs\\gstreamer\\1.0\\mingw_x86_64\\bin",
                        "-"),
                folders(LibraryNames.WINDOWS));
    }

    @Test
    void shouldLookNowhereThatAMissingVariableWouldName() {
        assertEquals(
                List.of("C:\\gstreamer\\1.0\\msvc_x86_64\\bin", "C:\\gstreamer\\1.0\\mingw_x86_64\\bin", "-"),
                folders(LibraryNames.WINDOWS));
    }

    @Test
    void shouldKnowTheFrameworkAndThePackageManagersOfMacOs() {
        assertEquals(
                List.of(
                        "/Library/Frameworks/GStreamer.framework/Libraries",
                        "/home/u/Library/Frameworks/GStreamer.framework/Libraries",
                        "/opt/homebrew/lib",
                        "/usr/local/lib",
                        "/opt/local/lib",
                        "-"),
                folders(LibraryNames.MACOS));
    }

    @Test
    void shouldTryTheFolderOfThePropertyAlone() {
        properties.put("stagerecorder.gstreamer", "/chosen");
        properties.put("jna.library.path", "/host");
        assertEquals(List.of("/chosen", "/chosen/lib", "/chosen/Libraries"), folders(LibraryNames.MACOS));
    }

    @Test
    void shouldTakeAnEmptyPropertyForNone() {
        properties.put("stagerecorder.gstreamer", "");
        assertEquals("-", folders(LibraryNames.LINUX).get(0));
    }

    @Test
    void shouldKnowTheNamesOfEachSystem() {
        assertEquals(List.of("libgstapp-1.0.so.0", "libgstapp-1.0.so"), LibraryNames.LINUX.files("gstapp-1.0"));
        assertEquals(List.of("libgstapp-1.0.0.dylib", "libgstapp-1.0.dylib"), LibraryNames.MACOS.files("gstapp-1.0"));
        assertEquals(List.of("gstapp-1.0-0.dll", "libgstapp-1.0-0.dll"), LibraryNames.WINDOWS.files("gstapp-1.0"));
    }

    /** The binding formats each part with the name of a library. */
    @Test
    void shouldNameTheSameFilesForTheBinding() {
        List<String> names = List.of("libg.so.0", "libg.so", "g");
        assertEquals(names, asked(LibraryNames.LINUX.forBinding(null)));
        assertEquals(
                List.of("libg.so.0", "/50%/libg.so.0"),
                asked(LibraryNames.LINUX.forBinding("/50%")).subList(0, 2));
        assertEquals(
                "/f/libg.0.dylib", asked(LibraryNames.MACOS.forBinding("/f")).get(0));
        assertEquals(List.of("g-0.dll", "libg-0.dll", "g"), asked(LibraryNames.WINDOWS.forBinding("C:\\bin")));
        assertEquals(List.of("g-0.dll", "libg-0.dll", "g"), asked(LibraryNames.WINDOWS.forBinding(null)));
    }

    private static List<String> asked(String formats) {
        return Stream.of(formats.split("\\|"))
                .map(format -> String.format(format, "g"))
                .toList();
    }

    @Test
    void shouldFindALoadedLibraryByItsName() {
        List<String> names = LibraryNames.LINUX.files("gstreamer-1.0");
        assertEquals(
                Optional.of("/a"),
                LoadedLibraries.folderIn(Stream.of("/b/libc.so.6", "/a/libgstreamer-1.0.so.0.2200.0"), names));
        assertEquals(Optional.empty(), LoadedLibraries.folderIn(Stream.of("/b/libgstapp-1.0.so.0"), names));
    }

    @Test
    void shouldAddAFolderToThePathOfWindowsOnce() {
        assertEquals("C:\\gst\\bin;C:\\a", WindowsPath.with("C:\\gst\\bin", "C:\\a"));
        assertEquals("C:\\a;c:\\GST\\bin", WindowsPath.with("C:\\gst\\bin", "C:\\a;c:\\GST\\bin"));
    }

    private List<String> folders(LibraryNames system) {
        return new GStreamerPlaces(system, properties::get, variables::get)
                .inOrder().stream()
                        .map(place -> place.folder() == null ? "-" : place.folder())
                        .toList();
    }
}
