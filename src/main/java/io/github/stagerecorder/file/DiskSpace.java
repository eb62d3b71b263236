package io.github.stagerecorder.file;

import java.io.File;
import java.nio.file.Path;

/** The room on the disk that a file or a folder is on. */
final class DiskSpace {
    static final long UNKNOWN = -1;

    private DiskSpace() {}

    /**
     * Returns the free bytes for this user, or {@link #UNKNOWN}. {@code FileStore} would look the disk up among the
     * mounts, where a process whose root was changed ({@code chroot}) does not find it. Wine knows the free bytes of a
     * disk, but not its size.
     */
    static long freeBytes(Path path) {
        File file = path.toFile();
        long freeBytes = file.getUsableSpace();
        return freeBytes > 0 || file.getTotalSpace() > 0 ? freeBytes : UNKNOWN;
    }
}
