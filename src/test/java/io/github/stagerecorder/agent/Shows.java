package io.github.stagerecorder.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.ToolProvider;

/** The programs in {@code src/test/programs}, which know of no recorder. Compiled here, they start in half the time. */
final class Shows {
    private static final Path SOURCES = Path.of("src/test/programs");

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

    private static String compiled(Path source, String toolkit, Path folder) {
        String classes = folder.resolve("classes").toString();
        String[] arguments = {"-proc:none", "-d", classes, "-cp", toolkit, source.toString()};
        assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments));
        return classes + File.pathSeparator + toolkit;
    }
}
