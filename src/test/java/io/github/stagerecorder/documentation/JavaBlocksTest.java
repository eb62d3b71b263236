package io.github.stagerecorder.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.stagerecorder.media.Ffprobe;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Compiles the Java on the pages, and runs it with a stage in a real context. Two comments above a block change that:
 * {@code <!-- compiled, not run: WHY -->} and {@code <!-- run with 640 for 16384 -->}.
 */
@Timeout(120)
class JavaBlocksTest {
    private static final String NOT_RUN = "compiled, not run: ";
    private static final Pattern REPLACED = Pattern.compile("(\\S+) for ([^\\s,]+)");
    private static final Pattern FILE = Pattern.compile("\"([\\w-]+\\.(?:mp4|mkv|webm|ogg))\"");
    private static final Pattern OPEN = Pattern.compile("(?m)^(?:StageRecorder|RecordingSwitch) (\\w+) ?=");

    private static final String PROGRAM = """
            import io.github.stagerecorder.*;
            import io.github.stagerecorder.documentation.Surroundings;
            import java.net.URI;
            import java.nio.file.Path;
            import java.time.Duration;
            import javax.swing.SwingUtilities;

            public final class OnThePage extends Surroundings {
                public OnThePage(Path folder) {
                    super(folder);
                }

                @Override
                public void run() throws Exception {
            %s
                }
            }
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("blocks")
    void shouldCompileAndRecord(Page.Block block) throws Exception {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        assumeTrue(compiler != null, "this is no JDK");
        String code = adapted(block);
        Path classes = compile(compiler, PROGRAM.formatted(code));
        if (block.mark().startsWith(NOT_RUN)) {
            return;
        }
        Path recordings = Files.createDirectory(folder.resolve("recordings"));
        run(classes, recordings);
        if (code.contains(".start()") || code.contains(".create()")) {
            assertPlays(code, recordings);
        }
    }

    static Stream<Page.Block> blocks() {
        return Page.all().stream()
                .flatMap(page -> page.blocks().stream())
                .filter(block -> block.language().equals("java") && !BlocksTest.isExcerpt(block));
    }

    /** Puts its files into a folder, and goes on where the block leaves a recorder open. */
    private static String adapted(Page.Block block) {
        String code = block.text().replace("Path.of(", "folder.resolve(");
        if (block.mark().startsWith("run with ")) {
            for (MatchResult found : REPLACED.matcher(block.mark()).results().toList()) {
                assertTrue(code.contains(found.group(2)), found.group(2));
                code = code.replace(found.group(2), found.group(1));
            }
        }
        MatchResult open = OPEN.matcher(code).results().findFirst().orElse(null);
        if (open == null || code.contains(open.group(1) + ".close()")) {
            return code;
        }
        return code + (code.contains("beginFrame") ? open.group(1) + ".close();" : "goOn(" + open.group(1) + ");");
    }

    private Path compile(JavaCompiler compiler, String program) throws IOException {
        Path source = Files.writeString(folder.resolve("OnThePage.java"), program);
        StringWriter complaints = new StringWriter();
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> options = List.of("-d", folder.toString(), "-cp", classPath, "-proc:none");
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            boolean compiled = compiler.getTask(
                            complaints, files, null, options, null, files.getJavaFileObjects(source))
                    .call();
            assertTrue(compiled, () -> complaints + program);
        }
        return folder;
    }

    private static void run(Path classes, Path recordings) throws Exception {
        try (URLClassLoader loader =
                        new URLClassLoader(new URL[] {classes.toUri().toURL()});
                Surroundings program = (Surroundings)
                        loader.loadClass("OnThePage").getConstructor(Path.class).newInstance(recordings)) {
            program.run();
        }
    }

    /** Each file that the code names is there and plays, and so is one in each folder. */
    private static void assertPlays(String code, Path recordings) throws IOException {
        List<String> named =
                FILE.matcher(code).results().map(found -> found.group(1)).toList();
        for (String name : named) {
            assertTrue(Ffprobe.of(recordings.resolve(name)).packetTicks().size() > 0, name);
        }
        try (Stream<Path> files = Files.walk(recordings)) {
            List<Path> unplayable = files.filter(file -> file.toString().matches(".*\\.(mp4|mkv|webm|ogg)"))
                    .filter(file -> Ffprobe.of(file).packetTicks().isEmpty())
                    .toList();
            assertEquals(List.of(), unplayable);
        }
        try (Stream<Path> files = Files.walk(recordings)) {
            assertTrue(files.anyMatch(Files::isRegularFile), "nothing was recorded");
        }
    }
}
