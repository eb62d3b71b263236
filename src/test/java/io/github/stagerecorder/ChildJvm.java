package io.github.stagerecorder;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts a separate Java process with the class path of the tests, and reads its output. */
public final class ChildJvm {
    /** What each look at the processors says under wine, which does not tell them. */
    private static final String COMPLAINT_OF_WINE =
            "(?m)^.* VM warning: Attempt to get process group affinity failed: .*\n";

    private ChildJvm() {}

    /** Returns a process that is not started yet, so that the caller can set its environment. */
    public static ProcessBuilder of(Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                main.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true);
    }

    /**
     * Reads the output of the process until a line begins with {@code start}.
     *
     * @return that line
     */
    public static String awaitLine(BufferedReader output, String start) throws IOException {
        StringBuilder seen = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(start)) {
                return line;
            }
            seen.append(line).append('\n');
        }
        throw new AssertionError("the process ended without printing \"" + start + "\", but:\n" + seen);
    }

    /** Returns all that the process prints until it ends, with the same ends of lines on every system. */
    public static String printed(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .replace("\r\n", "\n")
                .replaceAll(COMPLAINT_OF_WINE, "");
    }
}
