package io.github.stagerecorder.sound;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.github.stagerecorder.SampleFormat;
import io.github.stagerecorder.Timing;
import io.github.stagerecorder.frame.SoundSink;
import io.github.stagerecorder.settings.FrameRate;
import io.github.stagerecorder.settings.SoundFormat;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Neither a write nor a block that is pushed allocates anything on the heap. */
class SoundHeapTest {
    private static final int BLOCKS = 20_000;
    private static final int SAMPLE_FRAMES = 480;
    private static final long BLOCK_NS = 10_000_000L;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private long pushed;

    @ParameterizedTest
    @EnumSource(Timing.class)
    void shouldAllocateNothing(Timing timing) {
        SoundFormat format = new SoundFormat(48_000, 2, SampleFormat.S16);
        SoundSink counting = (address, sampleFrames, first) -> {
            pushed += sampleFrames;
            return true;
        };
        TrackUnderTest sound = new TrackUnderTest(format, new FrameRate(100, 1), timing, 0);
        sound.beginFile(counting);
        ShortBuffer block = ByteBuffer.allocateDirect(SAMPLE_FRAMES * 4)
                .order(ByteOrder.nativeOrder())
                .asShortBuffer();
        play(sound, block, 0); // what is compiled and linked once
        long before = threads.getCurrentThreadAllocatedBytes();
        play(sound, block, BLOCKS);
        long bytes = threads.getCurrentThreadAllocatedBytes() - before;
        assertTrue(pushed > 1.9 * BLOCKS * SAMPLE_FRAMES, pushed + " sample frames were pushed");
        assertTrue(bytes < BLOCKS, bytes + " bytes for " + BLOCKS + " blocks"); // what the virtual machine itself does
    }

    private static void play(TrackUnderTest sound, ShortBuffer block, int first) {
        for (int i = first; i < first + BLOCKS; i++) {
            sound.at(i * BLOCK_NS);
            sound.frame(i * BLOCK_NS);
            sound.track().write(block, SAMPLE_FRAMES, i * BLOCK_NS);
            sound.feed();
        }
    }
}
