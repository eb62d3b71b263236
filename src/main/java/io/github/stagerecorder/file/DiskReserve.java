package io.github.stagerecorder.file;

import com.sun.jna.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Reserves room on a disk, so that the frames inside the encoder and the end of the file still fit. The recordings of
 * this process that write to the same disk reserve it together. One thread at a time uses it.
 */
public final class DiskReserve {
    /** For what nobody can foresee, such as frames that are suddenly larger. */
    private static final long MOST_SPARE_BYTES = 16 << 20;

    /** The spare room is at most the free room divided by this number, so that a small disk is not refused. */
    private static final int PART = 8;

    private static final long LOOK_NS = TimeUnit.MILLISECONDS.toNanos(20);

    /** While less than this multiple of the reserve is free, each frame has a look. */
    private static final int CLOSE = 2;

    private static final Set<DiskReserve> ALL = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final Object disk;
    private final long spareBytes; // 0 if the room is not known: then a full disk is noticed by the sink
    private volatile long bytesToCome;
    private boolean isClose = true;
    private long lookedNs;

    /** @param file a file that exists; to be released */
    public DiskReserve(Path file) {
        this.file = file;
        disk = diskOf(file);
        spareBytes = ofDisk(Math.max(0, DiskSpace.freeBytes(file)));
        ALL.add(this);
    }

    /** Returns the spare room on a disk with this free room. */
    static long ofDisk(long freeBytes) {
        return Math.min(MOST_SPARE_BYTES, freeBytes / PART);
    }

    /** Returns what tells the disk from others; where that is not known, the disk seems to be another one. */
    private static Object diskOf(Path file) {
        try {
            return Platform.isWindows() ? WindowsFile.of(file).volume() : Files.getAttribute(file, "unix:dev");
        } catch (IOException e) {
            return new Object();
        }
    }

    /** Returns whether it is time to have a look at the disk again. */
    public boolean isDue() {
        return spareBytes != 0 && (isClose || System.nanoTime() - lookedNs >= LOOK_NS);
    }

    /**
     * Has a look at the disk, and returns whether it has less room than the reserve.
     *
     * @param mostBytesToCome what this recording still writes at most if it ends now
     */
    public boolean isTouched(long mostBytesToCome) {
        lookedNs = System.nanoTime();
        bytesToCome = mostBytesToCome;
        long freeBytes = DiskSpace.freeBytes(file);
        long reservedBytes = reservedBytes();
        isClose = freeBytes != DiskSpace.UNKNOWN && freeBytes / CLOSE < reservedBytes;
        return freeBytes != DiskSpace.UNKNOWN && freeBytes < reservedBytes;
    }

    private long reservedBytes() {
        long spare = 0;
        long toCome = 0;
        for (DiskReserve each : ALL) {
            if (each.disk.equals(disk)) {
                spare = Math.max(spare, each.spareBytes);
                toCome += each.bytesToCome;
            }
        }
        return spare + toCome;
    }

    /** The file is complete. */
    public void release() {
        ALL.remove(this);
    }
}
