package io.github.stagerecorder.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.freedesktop.gstreamer.Gst;

/** Describes the machine and the software that the figures depend on. */
final class Machine {
    private Machine() {}

    static String describe(String driver) throws IOException {
        return String.join(
                        "\n",
                        "- begun " + Instant.now(),
                        "- " + Runtime.getRuntime().availableProcessors() + " processors: "
                                + value("/proc/cpuinfo", "model name"),
                        "- memory: " + value("/proc/meminfo", "MemTotal"),
                        "- " + System.getProperty("os.name") + " " + System.getProperty("os.version") + ", "
                                + value("/etc/os-release", "PRETTY_NAME"),
                        "- load: " + Files.readString(Path.of("/proc/loadavg")).strip(),
                        "- OpenGL: " + driver,
                        "- Java " + System.getProperty("java.vm.version"),
                        "- " + Gst.getVersionString(),
                        "- " + firstLine("ffmpeg", "-version").replaceAll(" Copyright.*", ""),
                        "- peers on the class path: " + jars())
                + "\n";
    }

    /** Returns the value on the first line that begins with {@code name}. */
    private static String value(String file, String name) throws IOException {
        return Files.readAllLines(Path.of(file)).stream()
                .filter(line -> line.startsWith(name))
                .findFirst()
                .map(line -> line.replaceFirst("[^:=]*[:=]\\s*", "").replace("\"", ""))
                .orElse("unknown");
    }

    private static String firstLine(String... command) throws IOException {
        try {
            Process process = new ProcessBuilder(List.of(command))
                    .redirectErrorStream(true)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return output.lines().findFirst().orElse("unknown");
        } catch (IOException e) {
            return command[0] + " (not installed)";
        }
    }

    private static String jars() {
        return List.of(System.getProperty("java.class.path").split(":")).stream()
                .map(jar -> Path.of(jar).getFileName().toString())
                .filter(name -> name.matches("(javacv|ffmpeg|gst1-java-core)-[\\d.-]+\\.jar"))
                .distinct()
                .sorted()
                .reduce((one, other) -> one + ", " + other)
                .orElse("none");
    }
}
