package io.github.stagerecorder.file;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * Reserves room on a disk, so that the frames inside the encoder and the end of the file still fit. One thread at
 * a time uses it.
 */
public final class DiskReserve {
    private static final long MOST_BYTES = 16 << 20;

    /** The reserve is at most the free room divided by this number, so that a small disk is not refused. */
    private static final int PART = 8;

    private static final long LOOK_NS = TimeUnit.MILLISECONDS.toNanos(20);

    private final Path file;
    private final long bytes; // 0 if the room is not known: then a full disk is noticed by the sink
    private long lookedNs;

    public DiskReserve(Path file) {
        this.file = file;
        bytes = ofDisk(Math.max(0, DiskSpace.freeBytes(file)));
    }

    /** Returns the reserve on a disk with this free room. */
    static long ofDisk(long freeBytes) {
        return Math.min(MOST_BYTES, freeBytes / PART);
    }

    /** Returns whether the disk has less room than the reserve. */
    public boolean isTouched() {
        long nowNs = System.nanoTime();
        if (bytes == 0 || nowNs - lookedNs < LOOK_NS) {
            return false;
        }
        lookedNs = nowNs;
        long freeBytes = DiskSpace.freeBytes(file);
        return freeBytes != DiskSpace.UNKNOWN && freeBytes < bytes;
    }
}
