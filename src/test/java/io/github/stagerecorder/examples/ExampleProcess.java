package io.github.stagerecorder.examples;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An example in a JVM of its own, in the current folder. What it prints is printed. */
final class ExampleProcess implements AutoCloseable {
    private static final Pattern MAIN_CLASS = Pattern.compile("<exec.mainClass>(.+)</exec.mainClass>");
    private static final long PATIENCE_S = 60;

    private final Process process;

    private ExampleProcess(Process process) {
        this.process = process;
    }

    /** @param display null for none */
    static ExampleProcess start(String display, List<String> jvmArguments, String... more) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmArguments);
        command.addAll(List.of(more));
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp", classPath(), mainClass()));
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().remove("DISPLAY");
        builder.environment().remove("WAYLAND_DISPLAY");
        builder.environment().put("ALSOFT_DRIVERS", "null"); // jMonkeyEngine wants sound, whatever the machine has
        if (display != null) {
            builder.environment().put("DISPLAY", display);
        }
        return new ExampleProcess(builder.start());
    }

    /** That of this JVM without the tests, which come first. */
    private static String classPath() {
        String all = System.getProperty("java.class.path");
        return all.substring(all.indexOf(File.pathSeparator) + 1);
    }

    private static String mainClass() throws IOException {
        Matcher pom = MAIN_CLASS.matcher(Files.readString(Path.of("pom.xml")));
        require(pom.find(), "pom.xml has no exec.mainClass");
        return pom.group(1);
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
