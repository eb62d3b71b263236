package io.github.stagerecorder.encode;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * Reserves room on a disk, so that the frames inside the encoder and the end of the file still fit. One thread at
 * a time uses it.
 */
final class DiskReserve {
    private static final long MOST_BYTES = 16 << 20;

    /** The reserve is at most the free room divided by this number, so that a small disk is not refused. */
    private static final int PART = 8;

    private static final long LOOK_NS = TimeUnit.MILLISECONDS.toNanos(20);

    private final FileStore disk; // null if its room is not known
    private final long bytes;
    private long lookedNs;

    DiskReserve(Path file) {
        FileStore found = null;
        long freeBytes = 0;
        try {
            found = Files.getFileStore(file);
            freeBytes = found.getTotalSpace() > 0 ? found.getUsableSpace() : 0;
        } catch (IOException e) {
            found = null; // then a full disk is noticed by the sink
        }
        disk = freeBytes > 0 ? found : null;
        bytes = Math.min(MOST_BYTES, freeBytes / PART);
    }

    /** Returns whether the disk has less room than the reserve. */
    boolean isTouched() {
        long nowNs = System.nanoTime();
        if (disk == null || nowNs - lookedNs < LOOK_NS) {
            return false;
        }
        lookedNs = nowNs;
        try {
            return disk.getUsableSpace() < bytes;
        } catch (IOException e) {
            return false;
        }
    }
}
