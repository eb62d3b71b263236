package io.github.stagerecorder.packaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.stagerecorder.media.DecodedVideo;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.spi.ToolProvider;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One program, delivered in each form that Java has; each records a file, which is decoded. */
@Timeout(300)
class DeliveredTest {
    /**
     * What JNA, the binding and LWJGL use of the JDK. No module of ours is in the image: gst1-java-core is automatic.
     */
    private static final String JDK_MODULES = "java.base,java.desktop,java.logging,jdk.unsupported";

    private static final String MAIN = RecordOnce.class.getName();
    private static final String ACCESS = "--enable-native-access=ALL-UNNAMED";

    @TempDir
    private static Path folder;

    private static Path image;
    private static Path jar;

    @BeforeAll
    static void linkAnImageAndPackAJar() throws IOException {
        jar = OneJar.of(
                classPath(), MAIN, Files.createDirectory(folder.resolve("one")).resolve("one.jar"));
        image = folder.resolve("image");
        Optional<ToolProvider> jlink = ToolProvider.findFirst("jlink");
        if (jlink.isPresent()) {
            String[] arguments = {"--add-modules", JDK_MODULES, "--output", image.toString()};
            assertEquals(0, jlink.get().run(System.out, System.err, arguments));
        }
    }

    /** The program and what it needs; not what the tests need beside it. */
    private static List<Path> classPath() {
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Stream.of(path.split(File.pathSeparator))
                .map(Path::of)
                .filter(entry -> entry.endsWith(Path.of("target", "test-classes"))
                        || entry.getFileName().toString().startsWith("lwjgl")
                        || isOfTheProduct(entry))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"in-turn", "at-once"})
    void shouldRecordInSeveralClassLoaders(String order) throws Exception {
        boolean windows = OS.WINDOWS.isCurrentOs();
        assumeFalse(windows && order.equals("at-once"), "GLFW makes the surfaces there, on one thread alone");
        List<Path> files = Stream.of("1.mp4", "2.mp4", "3.mp4")
                .map(file -> folder.resolve(order + file))
                .toList();
        List<String> command = new ArrayList<>(java(Path.of(System.getProperty("java.home"))));
        command.addAll(List.of("-cp", joined(classPath()), Reloaded.class.getName(), order));
        files.forEach(file -> command.add(file.toString()));
        run(command);
        files.forEach(DeliveredTest::assertRecorded);
    }

    @Test
    void shouldRecordFromOneJar() throws Exception {
        assertRecords("one-jar.mp4", command(jar));
    }

    @ParameterizedTest
    @ValueSource(strings = {"org.bytedeco", "org.freedesktop"})
    void shouldRecordFromOneJarInWhichAPackageOfOthersIsRenamed(String name) throws Exception {
        assertRecords(name + ".mp4", command(renamed(name, MAIN)));
    }

    /** Native libraries find classes by their names. */
    @ParameterizedTest
    @CsvSource({
        "io.github.stagerecorder, do not relocate StageRecorder when you pack the jar",
        "com.sun.jna, it works only as com.sun.jna: do not relocate it when you pack the jar"
    })
    void shouldSayWhichPackageMayNotBeRenamed(String name, String words) throws Exception {
        String printed = run(command(renamed(name, TellCause.class.getName())));
        assertTrue(printed.contains(words), printed);
    }

    private static Path renamed(String name, String mainClass) throws IOException {
        String other = "x" + name.substring(1);
        return OneJar.renamed(classPath(), mainClass, name, other, folder.resolve(other + ".jar"));
    }

    @Test
    void shouldRecordOnARuntimeImageByTheClassPath() throws Exception {
        requireImage();
        List<String> command = new ArrayList<>(java(image));
        command.addAll(List.of("-cp", joined(classPath()), MAIN));
        assertTrue(assertRecords("image.mp4", command).contains("unnamed module"));
    }

    @Test
    void shouldRecordOnARuntimeImageByTheModulePath() throws Exception {
        requireImage();
        List<Path> modules =
                classPath().stream().filter(DeliveredTest::isOfTheProduct).toList();
        List<Path> others =
                classPath().stream().filter(entry -> !modules.contains(entry)).toList();
        List<String> command = new ArrayList<>(java(image));
        command.addAll(List.of("--enable-native-access=io.github.stagerecorder,com.sun.jna"));
        command.addAll(List.of("--module-path", joined(modules), "--add-modules", "io.github.stagerecorder"));
        command.addAll(List.of("-cp", joined(others), MAIN));
        assertTrue(assertRecords("image-modules.mp4", command).contains("module io.github.stagerecorder"));
    }

    @Test
    void shouldRecordAsAnApplicationOfJpackage() throws Exception {
        requireImage();
        Optional<ToolProvider> jpackage = ToolProvider.findFirst("jpackage");
        assumeTrue(jpackage.isPresent(), "this JDK has no jpackage");
        String[] arguments = {
            "--type",
            "app-image",
            "--name",
            "app",
            "--dest",
            folder.toString(),
            "--input",
            jar.getParent().toString(),
            "--main-jar",
            jar.getFileName().toString(),
            "--runtime-image",
            image.toString(),
            "--java-options",
            ACCESS
        };
        assertEquals(0, jpackage.get().run(System.out, System.err, arguments));
        assertRecords("jpackage.mp4", List.of(folder.resolve("app/bin/app").toString()));
    }

    private static void requireImage() {
        assumeTrue(Files.exists(image), "this JDK has no jlink");
    }

    /** The recorder's classes and the three jars that they need; JavaCV needs javacpp's natives, which are another. */
    private static boolean isOfTheProduct(Path entry) {
        return entry.endsWith(Path.of("target", "classes"))
                || entry.getFileName().toString().matches("(jna|gst1-java-core|javacpp)-[0-9.]+\\.jar");
    }

    private static List<String> java(Path home) {
        return List.of(home.resolve("bin").resolve("java").toString(), ACCESS);
    }

    private static List<String> command(Path jar) {
        List<String> command = new ArrayList<>(java(Path.of(System.getProperty("java.home"))));
        command.addAll(List.of("-jar", jar.toString()));
        return command;
    }

    private static String joined(List<Path> path) {
        return String.join(File.pathSeparator, path.stream().map(Path::toString).toList());
    }

    private static String assertRecords(String fileName, List<String> command) throws Exception {
        Path file = folder.resolve(fileName);
        List<String> whole = new ArrayList<>(command);
        whole.add(file.toString());
        String printed = run(whole);
        assertRecorded(file);
        return printed;
    }

    private static void assertRecorded(Path file) {
        assertEquals(
                IntStream.range(0, RecordOnce.FRAMES).boxed().toList(),
                DecodedVideo.of(file).frameNumbers());
    }

    private static String run(List<String> command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), printed);
        return printed;
    }
}
