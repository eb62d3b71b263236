package io.github.stagerecorder.examples;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** An example in a JVM of its own, in the current folder. What it prints is printed. */
final class ExampleProcess implements AutoCloseable {
    private static final Pattern ARGUMENTS = Pattern.compile("<exec.args>(.+)</exec.args>");
    private static final long PATIENCE_S = 60;

    private final Process process;

    private ExampleProcess(Process process) {
        this.process = process;
    }

    /**
     * Starts it.
     *
     * @param display null for none
     * @param classPath the example's own
     * @param streamTo null for none
     */
    static ExampleProcess start(String display, String classPath, List<String> jvmArguments, URI streamTo)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmArguments);
        command.addAll(itsArguments(classPath));
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().remove("DISPLAY");
        builder.environment().remove("WAYLAND_DISPLAY");
        builder.environment().put("ALSOFT_DRIVERS", "null"); // jMonkeyEngine wants sound, whatever the machine has
        if (display != null) {
            builder.environment().put("DISPLAY", display);
        }
        if (streamTo != null) {
            builder.environment().put("STREAM_TO", streamTo.toString());
        }
        return new ExampleProcess(builder.start());
    }

    /** Returns what the example's pom.xml has java run with. */
    private static List<String> itsArguments(String classPath) throws IOException {
        Matcher pom = ARGUMENTS.matcher(Files.readString(Path.of("pom.xml")));
        require(pom.find(), "pom.xml has no exec.args");
        return Stream.of(pom.group(1).split(" "))
                .map(argument -> argument.replace("%classpath", classPath))
                .toList();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    void awaitEnd() throws InterruptedException {
        require(process.waitFor(PATIENCE_S, TimeUnit.SECONDS), "the example does not end");
        require(process.exitValue() == 0, "the example ended with status " + process.exitValue());
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }
}
