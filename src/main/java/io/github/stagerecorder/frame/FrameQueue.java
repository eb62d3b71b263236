package io.github.stagerecorder.frame;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Hands READY slots from the render thread to the encoder thread, in order: one producer, one consumer, no allocation.
 * Large enough for every slot there can be, so that the pool alone decides when it is full.
 */
public final class FrameQueue {
    private final SlotPool pool;
    private final Slot[] ring;
    private final AtomicLong head = new AtomicLong(); // next to poll
    private final AtomicLong tail = new AtomicLong(); // next to offer
    private volatile boolean closed;

    /** @param capacity a power of two */
    public FrameQueue(SlotPool pool, int capacity) {
        if (Integer.bitCount(capacity) != 1) {
            throw new IllegalArgumentException("capacity " + capacity + " is no power of two");
        }
        this.pool = pool;
        this.ring = new Slot[capacity];
    }

    /** Render thread. @return false when the queue is full or closed; the slot is then still the caller's */
    public boolean offer(Slot slot) {
        long at = tail.getPlain();
        if (closed || at - head.getAcquire() == ring.length) {
            return false;
        }
        ring[(int) at & (ring.length - 1)] = slot;
        tail.setRelease(at + 1);
        pool.signalQueued();
        return true;
    }

    /** Encoder thread. @return null when the queue is empty */
    public Slot poll() {
        long at = head.getPlain();
        if (at == tail.getAcquire()) {
            return null;
        }
        int index = (int) at & (ring.length - 1);
        Slot slot = ring[index];
        ring[index] = null;
        head.setRelease(at + 1);
        return slot;
    }

    /** Encoder thread: sleeps until there is a frame, at most {@code timeoutNs}. @return null when there is none */
    public Slot take(long timeoutNs) {
        int seen = pool.queuedCount();
        Slot slot = poll();
        if (slot != null || closed) {
            return slot;
        }
        pool.awaitQueued(seen, timeoutNs);
        return poll();
    }

    /** No frame comes any more; those that are queued stay to be taken. Any thread. */
    public void close() {
        synchronized (pool) { // which the consumer may close as soon as it sees this
            closed = true;
            pool.signalQueued();
        }
    }

    /** Encoder thread: closed, and nothing left. */
    public boolean isDrained() {
        return closed && head.getPlain() == tail.getAcquire();
    }
}
