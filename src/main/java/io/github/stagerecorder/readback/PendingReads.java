package io.github.stagerecorder.readback;

import io.github.stagerecorder.frame.Slot;

/** A queue of the slots whose reads are under way, oldest first. It grows as needed. Used on the render thread. */
final class PendingReads {
    private Slot[] ring = new Slot[8]; // a power of two
    private int first;
    private int count;

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

    Slot oldest() {
        return ring[first];
    }

    Slot remove() {
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
