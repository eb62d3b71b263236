package io.github.stagerecorder.jni;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.log.Log;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bytedeco.javacpp.Loader;
import org.junit.jupiter.api.condition.OS;

/**
 * Runs {@link TellLoaded} in a process whose cache and temporary folder are in a folder of the test. The classes are
 * copied there too, so that another user can read them.
 */
final class LoadingProcess {
    private static final String PACKAGE = folderIn(NativeModule.class);

    final Path cache;
    final Path temporary;
    final Path app;
    private final Path javacpp;
    private final List<String> before = new ArrayList<>();
    private final List<String> options = new ArrayList<>();
    private boolean inHome;

    LoadingProcess(Path folder) throws IOException {
        if (!OS.WINDOWS.isCurrentOs()) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        cache = folder.resolve("cache");
        temporary = Files.createDirectory(folder.resolve("tmp"));
        app = folder.resolve("app");
        javacpp = Files.copy(folderOf(Loader.class), folder.resolve("javacpp.jar"));
        copyPackage(folderOf(NativeModule.class), PACKAGE);
        copyPackage(folderOf(Log.class), folderIn(Log.class));
        copyPackage(folderOf(TellLoaded.class), PACKAGE);
    }

    private static String folderIn(Class<?> type) {
        return type.getPackageName().replace('.', '/');
    }

    private static Path folderOf(Class<?> type) throws IOException {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }

    private void copyPackage(Path classes, String folder) throws IOException {
        try (Stream<Path> files = Files.walk(classes.resolve(folder))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = app.resolve(classes.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    /** Returns the module that the copied classes bring. */
    Path module() {
        return app.resolve(PACKAGE).resolve(Loader.getPlatform()).resolve(System.mapLibraryName("stagerecorder"));
    }

    /** Returns the file in which this user's cache keeps the module. */
    Path kept() throws IOException {
        BundledModule module = new BundledModule(module().getFileName().toString(), Files.readAllBytes(module()));
        return cache.resolve("stagerecorder").resolve(module.hash()).resolve(module.fileName());
    }

    /** The command that runs the process, such as one that makes it another user's. */
    LoadingProcess by(String... command) {
        before.addAll(List.of(command));
        return this;
    }

    LoadingProcess option(String option) {
        options.add(option);
        return this;
    }

    /** Unsets what names the cache, so that the home does. */
    LoadingProcess withHome(String home) {
        inHome = true;
        return option("-Duser.home=" + home);
    }

    List<String> run(int classLoaders) throws IOException, InterruptedException {
        return run(app, classLoaders);
    }

    /** @param classes a jar or a folder */
    List<String> run(Path classes, int classLoaders) throws IOException, InterruptedException {
        return end(start(classes, classLoaders));
    }

    Process start(Path classes, int classLoaders) throws IOException {
        List<String> command = new ArrayList<>(before);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-Djava.io.tmpdir=" + temporary, "-cp", classes + File.pathSeparator + javacpp));
        command.addAll(List.of(TellLoaded.class.getName(), "" + classLoaders));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        String variable = OS.WINDOWS.isCurrentOs() ? "LOCALAPPDATA" : "XDG_CACHE_HOME";
        builder.environment().remove(variable);
        if (!inHome) {
            builder.environment().put(variable, cache.toString());
        }
        return builder.start();
    }

    /** Returns what the process prints; it must come to its end. */
    static List<String> end(Process process) throws IOException, InterruptedException {
        List<String> printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertEquals(0, process.waitFor(), printed::toString);
        assertTrue(printed.contains("end"), printed::toString);
        return printed;
    }

    /** Returns the mapped files. */
    static List<String> mapped(List<String> printed) {
        return linesOf("mapped: ", printed);
    }

    static List<String> refused(List<String> printed) {
        return linesOf("refused: ", printed);
    }

    private static List<String> linesOf(String start, List<String> printed) {
        return printed.stream()
                .filter(line -> line.startsWith(start))
                .map(line -> line.substring(start.length()))
                .toList();
    }
}
