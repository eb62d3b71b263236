package io.github.stagerecorder.jni;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.ObjectName;

/** The files that this process has loaded as code, whoever loaded them. */
public final class LoadedFiles {
    private LoadedFiles() {}

    /** @param name a regular expression for the file's name, behind which Linux tells that it was deleted */
    public static Stream<String> named(String name) {
        return (System.getProperty("os.name").startsWith("Windows") ? libraries() : mapped())
                .filter(file -> file.replaceFirst("^.*[/\\\\]", "").matches(name))
                .distinct();
    }

    /** A file that could not be mapped as code may leave a mapping of its head. */
    private static Stream<String> mapped() {
        try {
            return new String(Files.readAllBytes(Path.of("/proc/self/maps")), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.contains(" r-xp ") && line.contains("/"))
                    .map(line -> line.substring(line.indexOf('/')));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** On Windows a line of the virtual machine's answer ends with a tab and the path. */
    private static Stream<String> libraries() {
        try {
            ObjectName commands = new ObjectName("com.sun.management:type=DiagnosticCommand");
            Object told = ManagementFactory.getPlatformMBeanServer().invoke(commands, "vmDynlibs", null, null);
            return told.toString()
                    .lines()
                    .filter(line -> line.contains("\t"))
                    .map(line -> line.substring(line.lastIndexOf('\t') + 1).strip());
        } catch (JMException e) {
            throw new IllegalStateException(e);
        }
    }
}
