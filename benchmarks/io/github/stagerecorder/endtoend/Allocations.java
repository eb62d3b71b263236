package io.github.stagerecorder.endtoend;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;

/** Measures the Java heap allocated since this object was created, by the thread that created it and by all others. */
public final class Allocations {
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final Map<Long, Long> othersBefore = othersBytes();
    private final long ownBefore = threads.getCurrentThreadAllocatedBytes(); // last, because counting allocates as well

    /** Call this before {@link #othersBytesSince}. */
    public long ownBytesSince() {
        return threads.getCurrentThreadAllocatedBytes() - ownBefore;
    }

    public long othersBytesSince() {
        long bytes = 0;
        for (var thread : othersBytes().entrySet()) {
            bytes += thread.getValue() - othersBefore.getOrDefault(thread.getKey(), 0L);
        }
        return bytes;
    }

    private Map<Long, Long> othersBytes() {
        Map<Long, Long> bytes = new HashMap<>();
        for (long id : threads.getAllThreadIds()) {
            if (id != Thread.currentThread().getId()) {
                bytes.put(id, threads.getThreadAllocatedBytes(id));
            }
        }
        return bytes;
    }
}
