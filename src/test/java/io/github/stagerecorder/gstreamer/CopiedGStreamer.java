package io.github.stagerecorder.gstreamer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.ChildJvm;
import io.github.stagerecorder.jni.LoadedFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A copy of this system's GStreamer in a folder of its own, and processes that may find it. */
public final class CopiedGStreamer {
    private static final long CHILD_S = 180;
    private static final LibraryNames NAMES = LibraryNames.ofThisSystem();
    private static final boolean WINDOWS = NAMES == LibraryNames.WINDOWS;

    private static final List<String> LIBRARIES = List.of("gstreamer-1.0", "gstbase-1.0", "gstvideo-1.0", "gstapp-1.0");

    final Path root;
    final Path libraries;

    CopiedGStreamer(Path root) throws IOException {
        this.root = root;
        libraries = Files.createDirectory(root.resolve(WINDOWS ? "bin" : "lib"));
        if (WINDOWS) {
            linkAll();
        } else {
            copyLibraries();
        }
    }

    /** The other libraries are the system's, and the plugins too. */
    private void copyLibraries() throws IOException {
        for (String library : LIBRARIES) {
            Files.copy(system().resolve(file(library)), libraries.resolve(file(library)));
        }
        Files.createSymbolicLink(libraries.resolve("gstreamer-1.0"), system().resolve("gstreamer-1.0"));
    }

    /** What a library needs lies beside it. What this process has loaded could not be removed under another name. */
    private void linkAll() throws IOException {
        Path system = system();
        List<Path> loaded = LoadedFiles.named(".*\\.dll").map(Path::of).toList();
        try (Stream<Path> files = Files.list(system)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = libraries.resolve(file.getFileName());
                if (loaded.stream().anyMatch(other -> other.endsWith(file.getFileName()))) {
                    Files.copy(file, copy);
                } else {
                    Files.createLink(copy, file);
                }
            }
        }
    }

    public static Path system() {
        GStreamerLibraries.load();
        return Path.of(
                LoadedLibraries.folderOf(NAMES.files("gstreamer-1.0"), NAMES).orElseThrow());
    }

    static String file(String library) {
        return NAMES.files(library).get(0);
    }

    /** Returns a process that is told of no GStreamer, and is not started yet. Linux' loader finds the system's. */
    ProcessBuilder child(String... arguments) {
        ProcessBuilder child = ChildJvm.of(TellGStreamer.class, arguments);
        child.environment().keySet().removeIf(name -> name.startsWith("GSTREAMER_1_0_ROOT"));
        child.environment().put("GST_REGISTRY", root.resolve("registry.bin").toString()); // it has paths of plugins
        if (WINDOWS) {
            child.environment().put("GST_PLUGIN_SYSTEM_PATH_1_0", system().resolve("../lib/gstreamer-1.0") + "");
        }
        return child;
    }

    /** Lets the system's own search find the folder. */
    public static void putOnSearchPath(ProcessBuilder child, Path folder) {
        if (WINDOWS) {
            child.environment().merge("PATH", folder.toString(), (path, first) -> first + ";" + path);
        } else {
            child.environment().put("LD_LIBRARY_PATH", folder.toString());
        }
    }

    /** Returns what the process prints. */
    static List<String> run(ProcessBuilder child) throws IOException {
        Process process = child.start();
        process.onExit().orTimeout(CHILD_S, TimeUnit.SECONDS).exceptionally(late -> process.destroyForcibly());
        return ChildJvm.printed(process).lines().toList();
    }

    void assertOnlyUsed(List<String> printed) {
        assertTrue(printed.contains("cause: none"), printed::toString);
        assertEquals(1, linesOf("encoder: ", printed).size(), printed::toString);
        assertOneOfEach(printed);
        for (String library : LIBRARIES) {
            assertTrue(
                    loaded(printed)
                            .anyMatch(file -> file.startsWith(libraries)
                                    && file.getFileName().toString().startsWith(file(library))),
                    () -> library + " is not the copy: " + printed);
        }
    }

    void assertUnused(List<String> printed) {
        assertTrue(printed.contains("cause: none"), printed::toString);
        assertOneOfEach(printed);
        assertTrue(loaded(printed).noneMatch(file -> file.startsWith(root)), printed::toString);
    }

    /** Two of one library in a process are two worlds of types. */
    private static void assertOneOfEach(List<String> printed) {
        List<String> names = loaded(printed)
                .map(file -> file.getFileName().toString().replaceFirst("(\\.so|-0\\.dll).*", ""))
                .toList();
        assertTrue(names.contains(WINDOWS ? "gobject-2.0" : "libgobject-2.0"), printed::toString);
        assertEquals(names.stream().distinct().toList(), names, printed::toString);
    }

    private static Stream<Path> loaded(List<String> printed) {
        return linesOf("mapped: ", printed).stream().map(Path::of);
    }

    static List<String> linesOf(String start, List<String> printed) {
        return printed.stream()
                .filter(line -> line.startsWith(start))
                .map(line -> line.substring(start.length()))
                .toList();
    }
}
