package io.github.stagerecorder.sound;

import io.github.stagerecorder.settings.SoundFormat;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.ShortBuffer;

/**
 * Sample frames on their way from the application to the file, in native memory. Positions count all sample frames that
 * were ever written. One thread at a time writes, and one reads.
 */
final class SampleRing {
    /** Far beyond full scale, which is 1. */
    private static final float LOUDEST = 1000;

    private final int frameSamples;
    private final int frameBytes;
    private final int capacity; // in sample frames
    private final ByteBuffer bytes;
    private final ShortBuffer shorts;
    private final FloatBuffer floats;
    private final boolean isFloat;
    private volatile long written;
    private volatile long released;

    /** @param capacity in sample frames */
    SampleRing(SoundFormat format, int capacity) {
        this.capacity = capacity;
        frameSamples = format.channels();
        frameBytes = format.bytesPerSampleFrame();
        bytes = ByteBuffer.allocateDirect(Math.multiplyExact(capacity, frameBytes))
                .order(ByteOrder.nativeOrder());
        shorts = bytes.asShortBuffer();
        floats = bytes.asFloatBuffer();
        isFloat = frameBytes == frameSamples * Float.BYTES;
    }

    /** Returns how many sample frames were ever written. */
    long written() {
        return written;
    }

    /** Returns the position of the oldest sample frame that is still there. */
    long released() {
        return released;
    }

    int free() {
        return capacity - (int) (written - released);
    }

    /**
     * Copies sample frames from behind the buffer's position, which does not change. There must be room.
     *
     * @param samples bytes, or samples of the ring's format
     * @param first how many sample frames of the buffer to leave out
     */
    void put(Buffer samples, int first, int count) {
        int at = (int) (written % capacity);
        int straight = Math.min(count, capacity - at);
        copy(samples, first, at, straight);
        copy(samples, first + straight, 0, count - straight);
        if (isFloat) {
            limit(at, straight);
            limit(0, count - straight);
        }
        written += count; // one thread at a time writes
    }

    /** Otherwise an encoder may fail at what is not a number, and a resampler would spread it. */
    private void limit(int at, int count) {
        for (int i = at * frameSamples; i < (at + count) * frameSamples; i++) {
            float sample = floats.get(i);
            if (!(Math.abs(sample) <= LOUDEST)) {
                floats.put(i, sample > 0 ? LOUDEST : sample < 0 ? -LOUDEST : 0);
            }
        }
    }

    private void copy(Buffer samples, int first, int at, int count) {
        if (samples instanceof ShortBuffer from) {
            int index = from.position() + first * frameSamples;
            shorts.put(at * frameSamples, from, index, count * frameSamples);
        } else if (samples instanceof FloatBuffer from) {
            int index = from.position() + first * frameSamples;
            floats.put(at * frameSamples, from, index, count * frameSamples);
        } else if (samples instanceof ByteBuffer from) {
            int index = from.position() + first * frameBytes;
            bytes.put(at * frameBytes, from, index, count * frameBytes);
        }
    }

    /** Copies the oldest sample frames to the beginning of {@code block} and releases them. */
    void take(ByteBuffer block, int count) {
        int at = (int) (released % capacity);
        int straight = Math.min(count, capacity - at);
        block.put(0, bytes, at * frameBytes, straight * frameBytes);
        block.put(straight * frameBytes, bytes, 0, (count - straight) * frameBytes);
        release(released + count);
    }

    /** Releases everything before {@code position}. */
    void release(long position) {
        released = Math.max(released, Math.min(position, written));
    }

    /**
     * Reads sample frames from {@code position} on as numbers from -1 to 1; what is not in the ring is 0.
     *
     * @param into the channels, one behind the other
     * @param size of a channel in it
     */
    void read(long position, int count, FloatBuffer into, int size) {
        int before = (int) Math.max(0, Math.min(count, released - position));
        int end = (int) Math.max(before, Math.min(count, written - position));
        for (int channel = 0; channel < frameSamples; channel++) {
            int begin = channel * size;
            silence(into, begin, begin + before);
            read(channel, position + before, into, begin + before, begin + end);
            silence(into, begin + end, begin + count);
        }
    }

    private static void silence(FloatBuffer into, int begin, int end) {
        for (int i = begin; i < end; i++) {
            into.put(i, 0);
        }
    }

    private void read(int channel, long position, FloatBuffer into, int begin, int end) {
        int at = (int) Math.floorMod(position, (long) capacity);
        for (int i = begin; i < end; i++) {
            into.put(i, sample(at * frameSamples + channel));
            at = at + 1 == capacity ? 0 : at + 1;
        }
    }

    private float sample(int index) {
        return isFloat ? floats.get(index) : shorts.get(index) / 32768f;
    }
}
