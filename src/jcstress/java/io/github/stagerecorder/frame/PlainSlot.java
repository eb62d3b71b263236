package io.github.stagerecorder.frame;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.concurrent.atomic.AtomicInteger;

/** A slot without a native pool: a state word, and a word that stands for its pixels. */
final class PlainSlot {
    private static final int COUNT = 1 << 16; // far more than jcstress has at one time; used again in turn
    private static final int BYTES = 128;
    private static final int PIXELS = 64; // a cache line of its own, as in the pool
    private static final ByteBuffer MEMORY =
            ByteBuffer.allocateDirect(COUNT * BYTES).order(ByteOrder.nativeOrder());
    private static final SlotLayout LAYOUT = new SlotLayout(PIXELS, 0, 4, 8, 16, 24, 32, 36, 40); // any will do
    private static final AtomicInteger NEXT = new AtomicInteger();

    final Slot slot;
    private final int offset;

    PlainSlot() {
        offset = (NEXT.getAndIncrement() & (COUNT - 1)) * BYTES;
        slot = new Slot(0, 0, MEMORY, offset, LAYOUT);
        slot.abandon();
        draw(0);
    }

    void draw(int pixels) {
        MEMORY.putInt(offset + PIXELS, pixels);
    }

    int pixels() {
        return MEMORY.getInt(offset + PIXELS);
    }
}
