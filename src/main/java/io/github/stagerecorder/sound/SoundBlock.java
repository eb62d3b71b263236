package io.github.stagerecorder.sound;

import io.github.stagerecorder.jni.PoolNative;
import io.github.stagerecorder.settings.SoundFormat;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.ShortBuffer;

/** Native memory for the sample frames that are pushed together. One thread at a time uses it. */
final class SoundBlock {
    private static final int A_SECOND = 25;

    private final ByteBuffer bytes;
    private final ShortBuffer shorts;
    private final FloatBuffer floats;
    private final boolean isFloat;
    private final int frameBytes;
    private final long address;
    private boolean silent;

    SoundBlock(SoundFormat format) {
        frameBytes = format.bytesPerSampleFrame();
        bytes = ByteBuffer.allocateDirect(capacity(format) * frameBytes).order(ByteOrder.nativeOrder());
        shorts = bytes.asShortBuffer();
        floats = bytes.asFloatBuffer();
        isFloat = frameBytes == format.channels() * Float.BYTES;
        address = PoolNative.address(bytes);
    }

    /** Returns how many sample frames a block has room for: 40 ms. */
    static int capacity(SoundFormat format) {
        return format.rateHz() / A_SECOND;
    }

    /** Returns the memory to be filled with sound from its beginning. */
    ByteBuffer sound() {
        silent = false;
        return bytes;
    }

    boolean isSilent() {
        return silent;
    }

    long address() {
        return address;
    }

    /** Sets the first sample frames to silence, and returns how many these are. */
    int silence(int sampleFrames) {
        silent = true;
        for (int i = 0; i < sampleFrames * frameBytes; i += Short.BYTES) {
            bytes.putShort(i, (short) 0);
        }
        return sampleFrames;
    }

    /** Sets the first samples, which are limited to what the format holds. */
    void put(FloatBuffer samples, int count) {
        silent = false;
        if (isFloat) {
            floats.put(0, samples, 0, count);
            return;
        }
        for (int i = 0; i < count; i++) {
            shorts.put(i, (short) Math.max(-32768, Math.min(32767, Math.round(samples.get(i) * 32768f))));
        }
    }
}
