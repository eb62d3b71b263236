package io.github.stagerecorder.encode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.stagerecorder.ChildJvm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** GStreamer in another folder than the system's: a copy, which must then be the only one in the process. */
@Timeout(120)
@EnabledOnOs(value = OS.LINUX, disabledReason = "the tests read /proc")
class FindGStreamerTest {
    private static final long CHILD_S = 60;

    private static final List<String> LIBRARIES = List.of("gstreamer-1.0", "gstbase-1.0", "gstvideo-1.0", "gstapp-1.0");

    @TempDir
    private Path root;

    private Path copies;

    @BeforeEach
    void copyGStreamer() throws IOException {
        copies = Files.createDirectory(root.resolve("lib"));
        for (String library : LIBRARIES) {
            String file = LibraryNames.LINUX.files(library).get(0);
            Files.copy(system().resolve(file), copies.resolve(file));
        }
        Files.createSymbolicLink(copies.resolve("gstreamer-1.0"), system().resolve("gstreamer-1.0")); // its plugins
    }

    private static Path system() {
        GStreamerLibraries.load();
        return LoadedLibraries.folderOf(LibraryNames.LINUX.files("gstreamer-1.0"), LibraryNames.LINUX)
                .orElseThrow();
    }

    @Test
    void shouldTakeTheFolderOfTheProperty() throws Exception {
        ProcessBuilder child = ChildJvm.of(TellGStreamer.class);
        child.command().add(1, "-Dstagerecorder.gstreamer=" + copies);
        assertOnlyCopies(run(child));
    }

    @Test
    void shouldTakeTheWholeGStreamerOfTheProperty() throws Exception {
        ProcessBuilder child = ChildJvm.of(TellGStreamer.class);
        child.command().add(1, "-Dstagerecorder.gstreamer=" + root);
        assertOnlyCopies(run(child));
    }

    @Test
    void shouldTakeTheOneOfTheEnvironment() throws Exception {
        ProcessBuilder child = ChildJvm.of(TellGStreamer.class);
        child.environment().put("GSTREAMER_1_0_ROOT", root.toString());
        assertOnlyCopies(run(child));
    }

    @Test
    void shouldTakeWhatTheHostLetsJnaSearch() throws Exception {
        ProcessBuilder child = ChildJvm.of(TellGStreamer.class);
        child.command().add(1, "-Djna.library.path=/nowhere:" + copies);
        assertOnlyCopies(run(child));
    }

    @Test
    void shouldTakeTheOneOfTheLoader() throws Exception {
        ProcessBuilder child = ChildJvm.of(TellGStreamer.class);
        child.environment().put("LD_LIBRARY_PATH", copies.toString());
        assertOnlyCopies(run(child));
    }

    @Test
    void shouldTakeWhatIsLoadedAlready() throws Exception {
        String core = LibraryNames.LINUX.files("gstreamer-1.0").get(0);
        ProcessBuilder child =
                ChildJvm.of(TellGStreamer.class, "load", copies.resolve(core).toString());
        child.command().add(1, "-Dstagerecorder.gstreamer=" + system());
        assertOnlyCopies(run(child));
    }

    /** The host's binding has asked JNA in its own way, and nothing of it is set. */
    @Test
    void shouldTakeTheOneThatTheHostHasInitialised() throws Exception {
        ProcessBuilder child = ChildJvm.of(TellGStreamer.class, "init");
        child.command().add(1, "-Dstagerecorder.gstreamer=" + copies);
        List<String> printed = run(child);
        assertTrue(printed.contains("cause: none"), printed::toString);
        assertOneOfEach(printed);
        assertTrue(linesOf("mapped: ", printed).stream().noneMatch(file -> file.startsWith(root.toString())));
    }

    @Test
    void shouldTryNothingElseThanTheProperty() throws Exception {
        ProcessBuilder child = ChildJvm.of(TellGStreamer.class);
        child.command().add(1, "-Dstagerecorder.gstreamer=/nowhere");
        List<String> printed = run(child);
        assertTold(
                printed,
                "GStreamer cannot be loaded: looked for libgstreamer-1.0.so.0 in /nowhere"
                        + " (the property stagerecorder.gstreamer): there is none; ",
                "install GStreamer 1.20 or newer");
        assertEquals(List.of(), linesOf("mapped: ", printed));
    }

    @Test
    void shouldTellEveryPlaceWhereItWasLookedFor() throws Exception {
        ProcessBuilder child = ChildJvm.of(TellGStreamer.class);
        child.environment().put("GSTREAMER_1_0_ROOT", "/opt/gst");
        child.command().addAll(0, withoutGStreamer());
        assertTold(
                run(child),
                "libgstreamer-1.0.so.0 in /opt/gst/lib (the environment variable GSTREAMER_1_0_ROOT): there is none; ",
                "libgstreamer-1.0.so.0 by the system's own search: ",
                "file too short",
                "in /usr/local/lib (where it is installed): there is none; ",
                "gstreamer-1.0 by JNA's own search: ",
                "install GStreamer 1.20 or newer (",
                "the property stagerecorder.gstreamer");
    }

    /** An empty file in place of the library, which the child alone sees. */
    private static List<String> withoutGStreamer() throws Exception {
        Path library = system().resolve(
                        LibraryNames.LINUX.files("gstreamer-1.0").get(0))
                .toRealPath();
        List<String> hide = List.of(
                "unshare", "-m", "sh", "-c", "mount --bind /dev/null \"$0\" && exec \"$@\"", library.toString());
        requireItWorks(hide);
        return hide;
    }

    @Test
    void shouldLetJnaUnpackIntoTheTemporaryFolderWhereTheCacheMapsNoCode() throws Exception {
        List<String> printed = run(withCacheThatMapsNoCode());
        assertTrue(printed.contains("cause: none"), printed::toString);
    }

    @Test
    void shouldLetJnaUnpackIntoTheChosenFolder(@TempDir Path chosen) throws Exception {
        ProcessBuilder child = withCacheThatMapsNoCode();
        int java = child.command().indexOf("-cp");
        child.command().add(java, "-Dstagerecorder.native.folder=" + chosen);
        child.command().add(java, "-Djava.io.tmpdir=" + root);
        List<String> printed = run(child);
        assertTrue(printed.contains("cause: none"), printed::toString);
    }

    private ProcessBuilder withCacheThatMapsNoCode() throws Exception {
        String mount = "mount -t tmpfs -o noexec none \"$0\" && exec \"$@\"";
        List<String> noexec = List.of("unshare", "-m", "sh", "-c", mount, root.toString());
        requireItWorks(noexec);
        ProcessBuilder child = ChildJvm.of(TellGStreamer.class);
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

    /** With a registry of its own, for it tells the paths of plugins. */
    private List<String> run(ProcessBuilder child) throws IOException {
        child.environment().put("GST_REGISTRY", root.resolve("registry.bin").toString());
        Process process = child.start();
        process.onExit().orTimeout(CHILD_S, TimeUnit.SECONDS).exceptionally(late -> process.destroyForcibly());
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    private void assertOnlyCopies(List<String> printed) {
        assertTrue(printed.contains("cause: none"), printed::toString);
        assertEquals(1, linesOf("encoder: ", printed).size(), printed::toString);
        assertOneOfEach(printed);
        for (String library : LIBRARIES) {
            assertTrue(
                    linesOf("mapped: ", printed).stream()
                            .anyMatch(file -> file.startsWith(copies + "/lib" + library + ".so")),
                    () -> library + " is not the copy: " + printed);
        }
    }

    /** Two of one library in a process are two worlds of types. */
    private static void assertOneOfEach(List<String> printed) {
        List<String> names = linesOf("mapped: ", printed).stream()
                .map(file -> Path.of(file).getFileName().toString().replaceFirst("\\.so.*", ""))
                .toList();
        assertTrue(names.contains("libgobject-2.0"), printed::toString);
        assertEquals(names.stream().distinct().toList(), names, printed::toString);
    }

    private static void assertTold(List<String> printed, String... words) {
        String cause = linesOf("cause: ", printed).get(0);
        for (String word : words) {
            assertTrue(cause.contains(word), () -> "\"" + word + "\" is not in: " + cause);
        }
    }

    private static List<String> linesOf(String start, List<String> printed) {
        return printed.stream()
                .filter(line -> line.startsWith(start))
                .map(line -> line.substring(start.length()))
                .toList();
    }
}
