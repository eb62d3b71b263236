package io.github.stagerecorder.agent;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
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
    private static final int ROOT = 0;

    private NestedJars() {}

    static List<Path> unpack(Path agentJar) throws IOException {
        Path parent = Path.of(System.getProperty("java.io.tmpdir")).toRealPath();
        Path folder = Files.createTempDirectory(
                parent, PREFIX + ProcessHandle.current().pid() + "-"); // for the owner alone
        folder.toFile().deleteOnExit(); // after the shutdown hooks of recordings, and after its files
        requireSafe(folder);
        removeAbandoned(folder);
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

    /** Whoever may rename the folder, or one above it, chooses what is loaded. */
    private static void requireSafe(Path folder) throws IOException {
        if (!hasOwners(folder)) {
            return; // on Windows each user has a folder of his own for temporary files
        }
        Object user = attribute(folder, "uid");
        for (Path step = folder.getParent(); step != null; step = step.getParent()) {
            if (canBeChangedByOthers(step, user)) {
                throw new IOException(
                        "others could change what is unpacked in " + step + "; java.io.tmpdir can name another folder");
            }
        }
    }

    /** In a folder with the sticky bit its owner can rename what is not his, and nobody else can. */
    private static boolean canBeChangedByOthers(Path step, Object user) throws IOException {
        Object owner = attribute(step, "uid");
        int mode = (int) attribute(step, "mode");
        boolean isOfAnother = !owner.equals(user) && !owner.equals(ROOT);
        return isOfAnother || ((mode & WRITABLE_BY_OTHERS) != 0 && (mode & STICKY) == 0);
    }

    private static boolean hasOwners(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("unix");
    }

    private static Object attribute(Path path, String name) throws IOException {
        return Files.getAttribute(path, "unix:" + name, LinkOption.NOFOLLOW_LINKS);
    }

    /** Where this user may list them, beside the folder that is in use now. */
    private static void removeAbandoned(Path used) {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(used.getParent(), PREFIX + "*")) {
            for (Path folder : found) {
                if (isAbandoned(folder, used)) {
                    remove(folder);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            // A later start may remove them.
        }
    }

    /** Another user could put a link to any folder in the place of his own. */
    private static boolean isAbandoned(Path folder, Path used) {
        Matcher name = NAME.matcher(folder.getFileName().toString());
        try {
            return name.matches()
                    && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty()
                    && Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                    && (!hasOwners(folder) || attribute(folder, "uid").equals(attribute(used, "uid")))
                    && isOld(folder);
        } catch (IOException e) {
            return false; // another process has removed it
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
