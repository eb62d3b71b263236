package io.github.stagerecorder.sound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.SampleFormat;
import io.github.stagerecorder.Timing;
import io.github.stagerecorder.settings.FrameRate;
import io.github.stagerecorder.settings.SoundFormat;
import java.nio.ShortBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The track with its own thread, and several threads that write. */
@Timeout(60)
class SoundThreadTest {
    private static final SoundFormat MONO = new SoundFormat(48_000, 1, SampleFormat.S16);
    private static final int WRITERS = 4;
    private static final int BLOCKS = 500;

    private final TrackUnderTest sound = new TrackUnderTest(MONO, new FrameRate(50, 1), Timing.FRAME_BY_FRAME, 0);

    @Test
    void shouldTakeEveryBlockOfManyThreadsOnceAndWhole() throws InterruptedException {
        sound.track().start();
        List<Thread> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            short number = (short) (i + 1);
            writers.add(new Thread(() -> write(number)));
        }
        writers.forEach(Thread::start);
        for (int frame = 0; frame < WRITERS * BLOCKS; frame++) { // a block each
            sound.frame();
            Thread.onSpinWait();
        }
        for (Thread writer : writers) {
            writer.join();
        }
        int[] samples = new int[WRITERS + 1];
        for (short sample : sound.end().shorts()) {
            samples[sample]++;
        }
        for (int i = 1; i <= WRITERS; i++) {
            assertTrue(samples[i] <= BLOCKS * 960, samples[i] + " samples of writer " + i);
        }
        long silence = sound.counts().silence();
        assertEquals(WRITERS * BLOCKS * 960L, sound.counts().recorded() + silence);
        assertEquals(silence, sound.counts().drops().total()); // what was late by more than two seconds
    }

    private void write(short number) {
        short[] block = new short[960];
        Arrays.fill(block, number);
        for (int i = 0; i < BLOCKS; i++) {
            sound.track().write(ShortBuffer.wrap(block), block.length, 0);
        }
    }

    @Test
    void shouldEndItsThreadWhenItIsClosed() throws InterruptedException {
        sound.track().start();
        Thread.sleep(50);
        assertTrue(runs());
        sound.end();
        for (int i = 0; i < 100 && runs(); i++) {
            Thread.sleep(20);
        }
        assertTrue(!runs());
    }

    private static boolean runs() {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().equals("stagerecorder-sound"));
    }
}
