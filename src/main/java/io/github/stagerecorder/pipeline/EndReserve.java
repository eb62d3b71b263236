package io.github.stagerecorder.pipeline;

import com.sun.jna.Pointer;
import io.github.stagerecorder.file.DiskReserve;
import io.github.stagerecorder.gstreamer.GStreamer;
import io.github.stagerecorder.jni.MeterNative;
import java.nio.file.Path;
import java.util.List;
import org.freedesktop.gstreamer.Pad;
import org.freedesktop.gstreamer.glib.Natives;

/**
 * Reserves the room that the rest of a file takes, by what the encoder has made so far. One thread at a time uses it.
 */
final class EndReserve {
    /** What a container notes of a frame at most: in MP4 its size, its time, its offset and its chunk. */
    private static final int NOTE_BYTES = 40;

    /** Looked up once. */
    private static final class Functions {
        private static final long[] ADDRESSES = GStreamer.addresses(MeterNative.FUNCTIONS);
    }

    private final long meter;
    private final DiskReserve disk;

    /**
     * @param file a file that exists
     * @param inputs the muxer's pads, which have seen no frame yet
     */
    EndReserve(Path file, List<Pad> inputs) {
        meter = MeterNative.create(Functions.ADDRESSES);
        if (meter == 0) {
            throw new OutOfMemoryError("no native memory to count what is encoded");
        }
        inputs.forEach(pad -> MeterNative.watch(meter, Pointer.nativeValue(Natives.getRawPointer(pad))));
        disk = new DiskReserve(file);
    }

    /** Returns whether the disk has less room than the reserve. */
    boolean isTouched(StreamReach stream) {
        return disk.isDue() && disk.isTouched(bytesToCome(stream.framesUnderWay()));
    }

    /** Each frame that is under way may be as large as the largest one so far. */
    private long bytesToCome(long underWay) {
        return underWay * MeterNative.largestBytes(meter) + (underWay + MeterNative.frames(meter)) * NOTE_BYTES;
    }

    /** The file is complete. */
    void release() {
        disk.release();
        MeterNative.release(meter);
    }
}
