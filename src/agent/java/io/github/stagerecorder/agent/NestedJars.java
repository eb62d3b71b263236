package io.github.stagerecorder.agent;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;

/**
 * Takes the jars out of the agent's jar, into a new folder for this user alone. They are removed when the virtual machine
 * ends; what a killed one left, or Windows kept, is removed by a later start.
 */
final class NestedJars {
    private static final String NESTED = "META-INF/agent/";
    private static final String PREFIX = "stagerecorder-agent-";
    private static final Pattern NAME = Pattern.compile(PREFIX + "(\\d{1,18})-\\d+");
    private static final int WRITABLE_BY_OTHERS = 0022;
    private static final int STICKY = 01000;

    private NestedJars() {}

    static List<Path> unpack(Path agentJar) throws IOException {
        Path parent = Path.of(System.getProperty("java.io.tmpdir")).toRealPath();
        requireSafe(parent);
        removeAbandoned(parent);
        Path folder = Files.createTempDirectory(
                parent, PREFIX + ProcessHandle.current().pid() + "-"); // for the owner alone
        folder.toFile().deleteOnExit(); // after the shutdown hooks of recordings, and after its files
        List<Path> jars = new ArrayList<>();
        try (JarFile jar = new JarFile(agentJar.toFile())) {
            for (ZipEntry entry : jar.stream().filter(NestedJars::isNested).toList()) {
                Path file = folder.resolve(entry.getName().substring(NESTED.length()));
                file.toFile().deleteOnExit();
                try (InputStream content = jar.getInputStream(entry)) {
                    Files.copy(content, file);
                }
                jars.add(file);
            }
        }
        return jars;
    }

    private static boolean isNested(ZipEntry entry) {
        return entry.getName().matches(NESTED + "[\\w.-]+\\.jar");
    }

    /** Whoever may rename the folder chooses what is loaded. In a folder with the sticky bit others cannot. */
    private static void requireSafe(Path parent) throws IOException {
        if (!parent.getFileSystem().supportedFileAttributeViews().contains("unix")) {
            return; // on Windows each user has a folder of his own for temporary files
        }
        for (Path step = parent; step != null; step = step.getParent()) {
            int mode = (int) Files.getAttribute(step, "unix:mode", LinkOption.NOFOLLOW_LINKS);
            if ((mode & WRITABLE_BY_OTHERS) != 0 && (mode & STICKY) == 0) {
                throw new IOException(
                        "others could change what is unpacked in " + step + "; java.io.tmpdir can name another folder");
            }
        }
    }

    private static void removeAbandoned(Path parent) throws IOException {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(parent, PREFIX + "*")) {
            for (Path folder : found) {
                Matcher name = NAME.matcher(folder.getFileName().toString());
                boolean abandoned = name.matches()
                        && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty()
                        && Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                        && isOld(folder);
                if (abandoned) {
                    remove(folder);
                }
            }
        }
    }

    /** A process of another container may live although its number is unknown here; its jars are open by then. */
    private static boolean isOld(Path folder) throws IOException {
        Instant made =
                Files.getLastModifiedTime(folder, LinkOption.NOFOLLOW_LINKS).toInstant();
        return made.isBefore(Instant.now().minus(Duration.ofDays(1)));
    }

    private static void remove(Path folder) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            // It is another user's, or Windows keeps it.
        }
    }
}
