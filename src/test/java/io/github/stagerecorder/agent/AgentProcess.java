package io.github.stagerecorder.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.recording.VirtualScreen;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program in a JVM of its own, with the agent as it is delivered and without the recorder on its class path. */
final class AgentProcess implements AutoCloseable {
    private static final long PATIENCE_S = 60;
    private static final int SIGTERM_STATUS = 143;

    private final Process process;
    private final StringBuilder printed = new StringBuilder();
    private final Thread reader;

    private AgentProcess(Process process) {
        this.process = process;
        reader = new Thread(this::read, "output");
        reader.setDaemon(true);
        reader.start();
    }

    /** @param options of the agent; null for a program without it */
    static AgentProcess start(VirtualScreen screen, String options, List<String> program) throws IOException {
        return start(screen, Map.of(), options, program);
    }

    /** @param environment is added to that of the tests */
    static AgentProcess start(
            VirtualScreen screen, Map<String, String> environment, String options, List<String> program)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(java());
        if (options != null) {
            command.add("-javaagent:" + jar() + "=" + options);
        }
        command.add("-XX:TieredStopAtLevel=1"); // it takes half of the processor time to start
        command.addAll(program);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("DISPLAY", screen.display());
        builder.environment().remove("WAYLAND_DISPLAY");
        builder.environment().putAll(environment);
        return new AgentProcess(builder.start());
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** Returns the one jar that the build has made. */
    static Path jar() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            return files.filter(file -> file.getFileName().toString().matches("stagerecorder-.*-agent\\.jar"))
                    .findFirst()
                    .orElseThrow()
                    .toAbsolutePath();
        }
    }

    /** Returns the tests' class path without the recorder and what it needs. */
    static String classPath() {
        String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return String.join(
                File.pathSeparator,
                Stream.of(all.split(File.pathSeparator))
                        .filter(entry -> entry.endsWith("test-classes") || entry.contains("lwjgl"))
                        .toList());
    }

    private void read() {
        try (var output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                add(line);
            }
        } catch (IOException e) {
            add(e.toString());
        }
    }

    private synchronized void add(String line) {
        printed.append(line).append('\n');
        notifyAll();
    }

    synchronized String printed() {
        return printed.toString();
    }

    /** Waits until the program has printed the words. */
    synchronized void await(String words) throws InterruptedException {
        long deadlineNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
        while (!printed.toString().contains(words)) {
            long leftMs = TimeUnit.NANOSECONDS.toMillis(deadlineNs - System.nanoTime());
            assertTrue(
                    leftMs > 0 && (process.isAlive() || reader.isAlive()), () -> words + " is missing in\n" + printed);
            wait(Math.min(leftMs, 100));
        }
    }

    /** Waits until the folder has that many files with something in them. */
    List<Path> awaitFiles(Path folder, int number) throws Exception {
        for (int i = 0; i < PATIENCE_S * 20; i++) {
            List<Path> files = files(folder);
            if (files.size() >= number) {
                return files;
            }
            assertTrue(process.isAlive(), this::printed);
            Thread.sleep(50);
        }
        throw new AssertionError(files(folder) + "\n" + printed());
    }

    static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(
                            file -> Files.isRegularFile(file) && file.toFile().length() > 0)
                    .sorted()
                    .toList();
        }
    }

    long pid() {
        return process.pid();
    }

    /** Writes to the program's input. */
    void tell(char input) throws IOException {
        process.getOutputStream().write(input);
        process.getOutputStream().flush();
    }

    /** Ends the program by its input, and waits for it. */
    void end() throws Exception {
        tell('\n');
        awaitEnd(0);
    }

    /** Ends the program as a user who closes the session, and waits for it. */
    void terminate() throws InterruptedException {
        process.toHandle().destroy();
        awaitEnd(SIGTERM_STATUS);
    }

    /** Waits until the program has ended by itself. */
    void awaitEnd(int status) throws InterruptedException {
        assertTrue(process.waitFor(PATIENCE_S, TimeUnit.SECONDS), () -> "it does not end:\n" + printed());
        reader.join();
        assertEquals(status, process.exitValue(), this::printed);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
