package io.github.stagerecorder;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import io.github.stagerecorder.frame.Slab;
import io.github.stagerecorder.jni.PoolNative;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.freedesktop.gstreamer.Buffer;
import org.freedesktop.gstreamer.Pad;
import org.freedesktop.gstreamer.PadProbeReturn;

/**
 * Watches a recorder's slots: it counts the copies from and into them, and the bytes that reach a pad outside any slot.
 */
final class WatchedSlots {
    private final CopyCounter counter;
    private final List<Range> ranges = new ArrayList<>();
    private final AtomicLong foreignBytes = new AtomicLong();

    private record Range(long address, long sizeBytes) {
        boolean contains(long other) {
            return other >= address && other < address + sizeBytes;
        }
    }

    WatchedSlots(CopyCounter counter) {
        this.counter = counter;
    }

    void add(Slab slab) {
        for (int i = 0; i < slab.slotCount(); i++) {
            long address = address(PoolNative.pixels(slab.slot(i).handle(), slab.slotBytes()));
            ranges.add(new Range(address, slab.slotBytes()));
            counter.watch(address, slab.slotBytes());
        }
    }

    long firstAddress() {
        return ranges.get(0).address();
    }

    /** Checks every buffer that passes this pad from now on. */
    void compareWith(Pad pad) {
        pad.addDataProbe((probed, buffer) -> {
            look(buffer);
            return PadProbeReturn.OK;
        });
    }

    private void look(Buffer buffer) {
        ByteBuffer bytes = buffer.map(false);
        long address = address(bytes);
        if (ranges.stream().noneMatch(range -> range.contains(address))) {
            foreignBytes.addAndGet(bytes.remaining());
        }
        buffer.unmap();
    }

    private static long address(ByteBuffer direct) {
        return Pointer.nativeValue(Native.getDirectBufferPointer(direct));
    }

    long foreignBytes() {
        return foreignBytes.get();
    }
}
