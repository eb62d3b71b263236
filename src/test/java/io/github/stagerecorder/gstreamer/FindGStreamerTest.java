package io.github.stagerecorder.gstreamer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** GStreamer in another folder than the system's: a copy, which must then be the only one in the process. */
@Timeout(240)
class FindGStreamerTest {
    private static final String PROPERTY = "-Dstagerecorder.gstreamer=";
    private static final String NO_MOUNTS = "files cannot be hidden from a process there";

    @TempDir
    private Path root;

    private CopiedGStreamer copies;

    @BeforeEach
    void copyGStreamer() throws IOException {
        copies = new CopiedGStreamer(root);
    }

    private ProcessBuilder childWith(String option) {
        ProcessBuilder child = copies.child();
        child.command().add(1, option);
        return child;
    }

    private void assertCopiesAreUsed(ProcessBuilder child) throws IOException {
        copies.assertOnlyUsed(CopiedGStreamer.run(child));
    }

    @Test
    void shouldTakeTheFolderOfTheProperty() throws Exception {
        assertCopiesAreUsed(childWith(PROPERTY + copies.libraries));
    }

    @Test
    void shouldTakeTheWholeGStreamerOfTheProperty() throws Exception {
        assertCopiesAreUsed(childWith(PROPERTY + root));
    }

    @Test
    void shouldTakeTheOneOfTheEnvironment() throws Exception {
        ProcessBuilder child = copies.child();
        child.environment().put("GSTREAMER_1_0_ROOT", root.toString());
        assertCopiesAreUsed(child);
    }

    @Test
    @EnabledOnOs(value = OS.WINDOWS, disabledReason = "the variables are those of Windows' installers")
    void shouldTakeTheOneOfTheInstaller() throws Exception {
        ProcessBuilder child = copies.child();
        child.environment().put("GSTREAMER_1_0_ROOT_MSVC_X86_64", root + "\\");
        assertCopiesAreUsed(child);
    }

    @Test
    void shouldTakeWhatTheHostLetsJnaSearch() throws Exception {
        assertCopiesAreUsed(childWith("-Djna.library.path=nowhere" + File.pathSeparator + copies.libraries));
    }

    @Test
    void shouldTakeTheOneOfTheLoader() throws Exception {
        ProcessBuilder child = copies.child();
        CopiedGStreamer.putOnSearchPath(child, copies.libraries);
        assertCopiesAreUsed(child);
    }

    @Test
    void shouldTakeWhatIsLoadedAlready() throws Exception {
        Path core = copies.libraries.resolve(CopiedGStreamer.file("gstreamer-1.0"));
        ProcessBuilder child = copies.child("load", core.toString());
        child.command().add(1, PROPERTY + CopiedGStreamer.system());
        if (OS.WINDOWS.isCurrentOs()) { // Linux' loader finds the system's GLib
            CopiedGStreamer.putOnSearchPath(child, copies.libraries);
        }
        assertCopiesAreUsed(child);
    }

    /** The host's binding has asked JNA in its own way, and nothing of it is set. */
    @Test
    void shouldTakeTheOneThatTheHostHasInitialised() throws Exception {
        ProcessBuilder child = copies.child("init");
        child.command().add(1, PROPERTY + copies.libraries);
        CopiedGStreamer.putOnSearchPath(child, CopiedGStreamer.system());
        copies.assertUnused(CopiedGStreamer.run(child));
    }

    @Test
    void shouldTryNothingElseThanTheProperty() throws Exception {
        List<String> printed = CopiedGStreamer.run(childWith(PROPERTY + "nowhere"));
        assertTold(
                printed,
                "GStreamer cannot be loaded: looked for " + CopiedGStreamer.file("gstreamer-1.0")
                        + " in nowhere (the property stagerecorder.gstreamer): there is no such folder; ",
                "install GStreamer 1.20 or newer");
        assertEquals(List.of(), CopiedGStreamer.linesOf("mapped: ", printed));
    }

    /** As where somebody names the library itself. */
    @Test
    void shouldTellThatThePropertyNamesNoFolder() throws Exception {
        Path core = copies.libraries.resolve(CopiedGStreamer.file("gstreamer-1.0"));
        assertTold(
                CopiedGStreamer.run(childWith(PROPERTY + core)),
                " in " + core + " (the property stagerecorder.gstreamer): there is no such folder; ");
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = NO_MOUNTS)
    void shouldTellEveryPlaceWhereItWasLookedFor() throws Exception {
        ProcessBuilder child = copies.child();
        child.environment().put("GSTREAMER_1_0_ROOT", "/opt/gst");
        child.command().addAll(0, withoutGStreamer());
        assertTold(
                CopiedGStreamer.run(child),
                "libgstreamer-1.0.so.0 in /opt/gst/lib (the environment variable GSTREAMER_1_0_ROOT): there is no such"
                        + " folder; ",
                "libgstreamer-1.0.so.0 by the system's own search: ",
                "file too short",
                "in /usr/local/lib (where it is often installed): there is none; ",
                "gstreamer-1.0 by JNA's own search: ",
                "install GStreamer 1.20 or newer (",
                "the property stagerecorder.gstreamer");
    }

    @Test
    @EnabledOnOs(value = OS.WINDOWS, disabledReason = "the places are those of Windows")
    void shouldTellEveryPlaceOfWindowsWhereItWasLookedFor() throws Exception {
        ProcessBuilder child = copies.child();
        child.environment().put("GSTREAMER_1_0_ROOT_MINGW_X86_64", "D:\\gst");
        List<String> printed = CopiedGStreamer.run(child);
        assertTold(
                printed,
                "in D:\\gst\\bin (the environment variable GSTREAMER_1_0_ROOT_MINGW_X86_64): there is no such folder; ",
                "in C:\\gstreamer\\1.0\\msvc_x86_64\\bin (where it is often installed): there is no such folder; ",
                "gstreamer-1.0-0.dll by the system's own search: ",
                "install GStreamer 1.20 or newer (Windows, untried: winget install ",
                "https://gstreamer.freedesktop.org/download/",
                "the property stagerecorder.gstreamer");
        assertEquals(List.of(), CopiedGStreamer.linesOf("mapped: ", printed));
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "a variable names the plugins there")
    void shouldTellWhichGStreamerLacksItsPlugins() throws Exception {
        Files.delete(copies.libraries.resolve("gstreamer-1.0"));
        assertTold(
                CopiedGStreamer.run(childWith(PROPERTY + copies.libraries)),
                "the GStreamer element appsrc is not installed",
                "; GStreamer was found in " + copies.libraries + " (the property stagerecorder.gstreamer)");
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "a variable names the plugins there")
    void shouldTellThatAPluginIsMissingThoughItsPackageIsThere(@TempDir Path plugins) throws Exception {
        try (Stream<Path> all = Files.list(CopiedGStreamer.system().resolve("gstreamer-1.0"))) {
            for (Path plugin :
                    all.filter(file -> file.toString().endsWith(".so")).toList()) {
                Files.createSymbolicLink(plugins.resolve(plugin.getFileName()), plugin);
            }
        }
        Files.delete(plugins.resolve("libgstapp.so"));
        Files.writeString(plugins.resolve("libgstapp.so"), "half a plugin");
        ProcessBuilder child = copies.child();
        child.environment().put("GST_PLUGIN_SYSTEM_PATH_1_0", plugins.toString());
        assertTold(
                CopiedGStreamer.run(child),
                "the GStreamer element appsrc is not installed, though others of its package are: install that again (",
                "plugins-base), or ask gst-inspect-1.0 --print-blacklist which plugins do not load"
                        + "; GStreamer was found by the system's own search");
    }

    /** The loader says of the second one, which is for ARM, that there is no such file. */
    @ParameterizedTest
    @CsvSource({"4, 1", "18, 183"})
    @EnabledOnOs(value = OS.LINUX, disabledReason = "the format of the libraries is that of Linux")
    void shouldTellThatALibraryIsForAnotherProcessor(int offset, int value) throws Exception {
        assumeTrue("amd64".equals(System.getProperty("os.arch")), "this is the other processor");
        Path core = copies.libraries.resolve(CopiedGStreamer.file("gstreamer-1.0"));
        byte[] content = Files.readAllBytes(core);
        content[offset] = (byte) value;
        Files.write(core, content);
        assertTold(
                CopiedGStreamer.run(childWith(PROPERTY + copies.libraries)),
                "libgstreamer-1.0.so.0 in " + copies.libraries + " (the property stagerecorder.gstreamer): ",
                ", because it is for another processor; ");
    }

    /** GStreamer's core alone is installed with many programs. */
    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = NO_MOUNTS)
    void shouldTellWhichLibraryIsMissingBesideTheCore() throws Exception {
        ProcessBuilder child = copies.child();
        child.command().addAll(0, without("gstapp-1.0"));
        List<String> printed = CopiedGStreamer.run(child);
        String begin = "GStreamer cannot be loaded: looked for libgstapp-1.0.so.0 ";
        assertTold(
                printed, begin + "by the system's own search: ", "file too short; install GStreamer 1.20 or newer (");
        String again = CopiedGStreamer.linesOf("again: ", printed).get(0);
        assertTrue(again.startsWith(begin) && again.contains("file too short; install"), again);
    }

    /** A name in another encoding than that of the locale, such as Mesa's cache in a home folder with an umlaut. */
    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "mapped files are read from /proc there")
    void shouldFindGStreamerWhateverTheNamesOfMappedFiles() throws Exception {
        ProcessBuilder child = copies.child();
        String preload = "name=$(printf \"$0/gr\\366n\\303\\274n.so\") && cp \"$1\" \"$name\" && shift"
                + " && LD_PRELOAD=$name exec \"$@\"";
        Path any = Path.of("target", "native", "libother_abi.so");
        child.command().addAll(0, List.of("sh", "-c", preload, root.toString(), any.toString()));
        child.environment().put("LC_ALL", "C");
        List<String> printed = CopiedGStreamer.run(child);
        assertTrue(printed.contains("cause: none"), printed::toString);
    }

    private static List<String> withoutGStreamer() throws Exception {
        return without("gstreamer-1.0");
    }

    /** An empty file in place of the library, which the child alone sees. */
    private static List<String> without(String name) throws Exception {
        Path library =
                CopiedGStreamer.system().resolve(CopiedGStreamer.file(name)).toRealPath();
        List<String> hide = List.of(
                "unshare", "-m", "sh", "-c", "mount --bind /dev/null \"$0\" && exec \"$@\"", library.toString());
        requireItWorks(hide);
        return hide;
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = NO_MOUNTS)
    void shouldLetJnaUnpackIntoTheTemporaryFolderWhereTheCacheMapsNoCode() throws Exception {
        List<String> printed = CopiedGStreamer.run(withCacheThatMapsNoCode());
        assertTrue(printed.contains("cause: none"), printed::toString);
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = NO_MOUNTS)
    void shouldLetJnaUnpackIntoTheChosenFolder(@TempDir Path chosen) throws Exception {
        ProcessBuilder child = withCacheThatMapsNoCode();
        int java = child.command().indexOf("-cp");
        child.command().add(java, "-Dstagerecorder.native.folder=" + chosen);
        child.command().add(java, "-Djava.io.tmpdir=" + root);
        List<String> printed = CopiedGStreamer.run(child);
        assertTrue(printed.contains("cause: none"), printed::toString);
    }

    private ProcessBuilder withCacheThatMapsNoCode() throws Exception {
        String mount = "mount -t tmpfs -o noexec none \"$0\" && exec \"$@\"";
        List<String> noexec = List.of("unshare", "-m", "sh", "-c", mount, root.toString());
        requireItWorks(noexec);
        ProcessBuilder child = copies.child();
        child.command().addAll(0, noexec);
        child.environment().put("XDG_CACHE_HOME", root.toString());
        return child;
    }

    private static void requireItWorks(List<String> mounting) throws Exception {
        Process probe = new ProcessBuilder(
                        Stream.concat(mounting.stream(), Stream.of("true")).toList())
                .start();
        assumeTrue(probe.waitFor() == 0, "this process may not mount file systems");
    }

    private static void assertTold(List<String> printed, String... words) {
        String cause = CopiedGStreamer.linesOf("cause: ", printed).get(0);
        for (String word : words) {
            assertTrue(cause.contains(word), () -> "\"" + word + "\" is not in: " + cause);
        }
    }
}
