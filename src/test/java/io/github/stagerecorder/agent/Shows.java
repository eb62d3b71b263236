package io.github.stagerecorder.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** The programs in {@code src/test/programs}, which know of no recorder. Compiled here, they start in half the time. */
final class Shows {
    private static final Path SOURCES = Path.of("src/test/programs");
    private static final Path TOOLKITS = Path.of("target/agent-programs");

    private Shows() {}

    /**
     * Compiles a program.
     *
     * @param toolkit the class path of its toolkit
     * @param folder gets a folder with the classes
     * @return the class path of both
     */
    static String compiled(String program, String toolkit, Path folder) throws IOException {
        return compiled(SOURCES.resolve(program + ".java"), toolkit, folder);
    }

    /** Compiles a program for JOGL before 2.3, which had its classes in another package. */
    static String compiledForOlderJogl(String program, String toolkit, Path folder) throws IOException {
        String text = Files.readString(SOURCES.resolve(program + ".java"));
        Path source = Files.createDirectory(folder.resolve("source")).resolve(program + ".java");
        Files.writeString(source, text.replaceAll("com\\.jogamp\\.opengl\\.(?!util)", "javax.media.opengl."));
        return compiled(source, toolkit, folder);
    }

    /**
     * Returns the class path of a toolkit. Those that have no LWJGL of their own have that of the tests.
     *
     * @param toolkit folders with jars; null for none
     */
    static String classPath(String toolkit) throws IOException {
        if (toolkit == null) {
            return AgentProcess.classPath();
        }
        List<String> jars = new ArrayList<>();
        for (String folder : toolkit.split(" ")) {
            try (Stream<Path> found = Files.list(TOOLKITS.resolve(folder))) {
                found.map(Path::toString).sorted().forEach(jars::add);
            }
        }
        String its = String.join(File.pathSeparator, jars);
        boolean hasLwjgl = its.contains("lwjgl-3") || its.contains("lwjgl-2") || its.contains("jogl");
        return hasLwjgl ? its : its + File.pathSeparator + AgentProcess.classPath();
    }

    /** Returns the option by which LWJGL 2 finds its libraries. */
    static String lwjgl2Natives() {
        return "-Djava.library.path=" + TOOLKITS.resolve("lwjgl2-natives");
    }

    private static String compiled(Path source, String toolkit, Path folder) {
        String classes = folder.resolve("classes").toString();
        String[] arguments = {"-proc:none", "-d", classes, "-cp", toolkit, source.toString()};
        assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments));
        return classes + File.pathSeparator + toolkit;
    }
}
