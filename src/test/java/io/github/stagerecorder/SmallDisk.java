package io.github.stagerecorder;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.OS;

/**
 * A disk that is soon full, for one test. Linux mounts it. Windows has no command for that, so a property may name a
 * disk there, which is filled until no more space is left than the test asks for.
 *
 * @param folder an empty folder of the disk
 */
public record SmallDisk(Path folder) implements AutoCloseable {
    private static final String GIVEN = System.getProperty("test.smallDisk");

    /** @param empty the folder where it is mounted */
    public static SmallDisk of(long sizeBytes, Path empty) throws Exception {
        return OS.WINDOWS.isCurrentOs() ? given(sizeBytes) : mounted(sizeBytes, empty);
    }

    private static SmallDisk mounted(long sizeBytes, Path empty) throws Exception {
        assumeTrue(mount("-t", "tmpfs", "-o", "size=" + sizeBytes, "tmpfs", empty), "only root may mount a small disk");
        return new SmallDisk(empty);
    }

    private static boolean mount(Object... arguments) throws Exception {
        List<String> command = Stream.concat(
                        Stream.of("mount"), Stream.of(arguments).map(Object::toString))
                .toList();
        return new ProcessBuilder(command).start().waitFor() == 0;
    }

    /** From now on nothing can be written. */
    void makeReadOnly() throws Exception {
        assumeFalse(OS.WINDOWS.isCurrentOs(), "Windows mounts no disk that may only be read");
        assumeTrue(mount("-o", "remount,ro", folder), "the disk stays as it is");
    }

    private static SmallDisk given(long sizeBytes) throws IOException {
        assumeTrue(GIVEN != null, "no small disk can be mounted there, and -Dtest.smallDisk names none");
        Path disk = Path.of(GIVEN);
        removeAll(disk);
        long excessBytes = disk.toFile().getUsableSpace() - sizeBytes;
        assertTrue(excessBytes >= 0, () -> GIVEN + " lacks " + -excessBytes + " bytes for a disk of " + sizeBytes);
        Files.write(disk.resolve("filler"), new byte[(int) excessBytes]);
        return new SmallDisk(Files.createDirectory(disk.resolve("test")));
    }

    private static void removeAll(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                if (!file.equals(folder)) {
                    Files.delete(file);
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        if (OS.WINDOWS.isCurrentOs()) {
            removeAll(folder.getParent());
        } else {
            new ProcessBuilder("umount", folder.toString()).start().onExit().join();
        }
    }
}
