package io.github.stagerecorder.frame;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Hands READY slots from the render thread to the encoder thread, in order: one producer, one consumer, no allocation.
 * Large enough for every slot there can be, so that the pool alone decides when it is full.
 */
public final class FrameQueue {
    /** Less than the least interval of frames; a thousand a second would cost half a percent of a core. */
    private static final long NAP_NS = 2_000_000L;

    /** So many in a row are longer than the interval of any moving picture. */
    static final int MOST_NAPS = 64;

    /** So many frames behind one are a burst, which does not wait for the end of a nap. */
    private static final int HASTE = 1;

    private final QueueSignal signal;
    private final Slot[] ring;
    private final AtomicLong head = new AtomicLong(); // next to poll
    private final AtomicLong tail = new AtomicLong(); // next to offer
    private volatile boolean closed;
    private volatile boolean napping;

    /**
     * @param signal the pool whose slots are queued
     * @param capacity a power of two
     */
    public FrameQueue(QueueSignal signal, int capacity) {
        if (Integer.bitCount(capacity) != 1) {
            throw new IllegalArgumentException("capacity " + capacity + " is no power of two");
        }
        this.signal = signal;
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
        signal.signalQueued();
        if (napping && at - head.getAcquire() >= HASTE) {
            signal.wakeEncoder();
        }
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

    /**
     * Encoder thread: waits until there is a frame, at most {@code timeoutNs}. While frames come it naps and looks, so
     * that the render thread need not wake it. Waking it would cost the render thread more than the rest of the
     * hand-over. When no frame has come for a while, it sleeps.
     *
     * @return null when there is none
     */
    public Slot take(long timeoutNs) {
        long startNs = System.nanoTime();
        int seen = signal.queuedCount();
        Slot slot = poll();
        for (int rests = 0; slot == null && !closed && System.nanoTime() - startNs < timeoutNs; rests++) {
            rest(seen, timeoutNs, rests);
            seen = signal.queuedCount();
            slot = poll();
        }
        return slot;
    }

    private void rest(int seen, long timeoutNs, int rests) {
        if (rests < MOST_NAPS) {
            napping = true;
            signal.napUntilQueued(seen, Math.min(NAP_NS, timeoutNs));
            napping = false;
        } else {
            signal.awaitQueued(seen, timeoutNs);
        }
    }

    /** Closes the queue. Queued frames can still be taken. Any thread may call it. */
    public void close() {
        synchronized (signal) { // which the consumer may close as soon as it sees this
            closed = true;
            signal.signalQueued();
        }
    }

    /** Returns whether the queue is closed and empty. Called by the encoder thread. */
    public boolean isDrained() {
        return closed && head.getPlain() == tail.getAcquire();
    }
}
