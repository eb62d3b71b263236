package io.github.stagerecorder.sound;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.jna.Pointer;
import io.github.stagerecorder.frame.SoundSink;
import io.github.stagerecorder.settings.SoundFormat;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.ShortBuffer;

/** Keeps the blocks that are pushed, which must follow each other from sample frame 0 on. */
final class CollectedSound implements SoundSink {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final int frameBytes;
    private boolean takes = true;

    CollectedSound(SoundFormat format) {
        frameBytes = format.bytesPerSampleFrame();
    }

    @Override
    public boolean push(long address, int sampleFrames, long firstSampleFrame) {
        if (takes) {
            assertEquals(sampleFrames(), firstSampleFrame);
            bytes.writeBytes(new Pointer(address).getByteArray(0, sampleFrames * frameBytes));
        }
        return takes;
    }

    /** Sets whether it takes anything. */
    void take(boolean newTakes) {
        takes = newTakes;
    }

    long sampleFrames() {
        return bytes.size() / frameBytes;
    }

    short[] shorts() {
        ShortBuffer samples = ByteBuffer.wrap(bytes.toByteArray())
                .order(ByteOrder.nativeOrder())
                .asShortBuffer();
        short[] all = new short[samples.remaining()];
        samples.get(all);
        return all;
    }

    float[] floats() {
        FloatBuffer samples = ByteBuffer.wrap(bytes.toByteArray())
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
        float[] all = new float[samples.remaining()];
        samples.get(all);
        return all;
    }
}
