package io.github.stagerecorder.readback;

import io.github.stagerecorder.frame.Slot;
import io.github.stagerecorder.frame.SlotPool;
import io.github.stagerecorder.jni.ReadbackNative;

/** The slots whose reads are under way, oldest first. Used on the render thread, unless a method says otherwise. */
final class PendingReads {
    private SlotPool pool; // not null once a read has begun
    private volatile long failed;
    private volatile long partial;
    private Slot[] ring = new Slot[8]; // a power of two
    private int first;
    private int count;

    /** Sets the pool that counts lost frames. */
    void countIn(SlotPool newPool) {
        pool = newPool;
    }

    void add(Slot slot) {
        if (count == ring.length) {
            grow();
        }
        ring[(first + count) & (ring.length - 1)] = slot;
        count++;
    }

    private void grow() {
        Slot[] larger = new Slot[2 * ring.length];
        for (int i = 0; i < count; i++) {
            larger[i] = ring[(first + i) & (ring.length - 1)];
        }
        ring = larger;
        first = 0;
    }

    /** Returns the oldest slot if its read has ended, or null, as {@link Readback#collect} does. */
    Slot collect() {
        while (!isEmpty()) {
            switch (poll(0)) {
                case ReadbackNative.DONE -> {
                    return remove();
                }
                case ReadbackNative.LOST -> fail();
                case ReadbackNative.PARTIAL -> {
                    lose();
                    partial++;
                }
                default -> {
                    return null;
                }
            }
        }
        return null;
    }

    /** Waits for the oldest read as {@link Readback#await} does. */
    boolean await(long timeoutNs) {
        return poll(timeoutNs) != ReadbackNative.PENDING;
    }

    private int poll(long timeoutNs) {
        return ReadbackNative.poll(ring[first].transfer(), timeoutNs);
    }

    /** Gives up every read as {@link Readback#giveUp} does. */
    int giveUp() {
        int lost = 0;
        for (; !isEmpty(); lost++) {
            lose();
        }
        return lost;
    }

    private void lose() {
        remove().abandon();
        pool.addLost();
    }

    private void fail() {
        lose();
        failed++;
    }

    /** Loses every read, because the driver has lost it. */
    void failAll() {
        while (!isEmpty()) {
            fail();
        }
    }

    /** Returns the number of reads that the driver has lost. Any thread may call it. */
    long failedCount() {
        return failed;
    }

    /** Returns the number of reads whose framebuffer was too small. Any thread may call it. */
    long partialCount() {
        return partial;
    }

    private Slot remove() {
        Slot slot = ring[first];
        ring[first] = null;
        first = (first + 1) & (ring.length - 1);
        count--;
        return slot;
    }

    boolean isEmpty() {
        return count == 0;
    }
}
