package io.github.stagerecorder.sound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.SampleFormat;
import io.github.stagerecorder.Timing;
import io.github.stagerecorder.settings.FrameRate;
import io.github.stagerecorder.settings.SoundFormat;
import java.nio.FloatBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sound that arrives late and is moved back, in a time that the test tells. Its level is the second it is written in. */
class RealTimeOffsetTest {
    private static final long MS = 1_000_000L;
    private static final int RATE_HZ = 8_000;
    private static final SoundFormat MONO = new SoundFormat(RATE_HZ, 1, SampleFormat.F32);
    private static final int STEP_MS = 10;

    private TrackUnderTest sound;
    private int nowMs;

    private void begin(int offsetMs) {
        sound = new TrackUnderTest(MONO, new FrameRate(50, 1), Timing.REAL_TIME, offsetMs * MS);
        sound.at(0);
        sound.frame();
    }

    /** Goes on in time, and writes blocks of so many milliseconds. */
    private void play(int untilMs, int blockMs) {
        while (nowMs < untilMs) {
            nowMs += STEP_MS;
            sound.at(nowMs * MS);
            sound.frame();
            if (nowMs % blockMs == 0) {
                FloatBuffer block = FloatBuffer.allocate(RATE_HZ * blockMs / 1000);
                for (int i = 0; i < block.capacity(); i++) {
                    int writtenMs = nowMs - blockMs + i * 1000 / RATE_HZ;
                    block.put(i, level(writtenMs));
                }
                sound.track().write(block, block.capacity(), 0);
            }
            sound.feed();
        }
    }

    private static float level(int writtenMs) {
        return (1 + writtenMs / 1000) / 10f;
    }

    /** The borders of seconds and of files are left out, where the resampler rounds the corner. */
    private static void assertLevels(float[] file, int fromMs, int endMs, int writtenFromMs) {
        for (int ms = fromMs + 3; ms < endMs - 3; ms++) {
            int writtenMs = writtenFromMs + ms - fromMs;
            if (writtenMs % 1000 >= 3 && writtenMs % 1000 < 997) {
                assertEquals(level(writtenMs), file[ms * RATE_HZ / 1000], 0.002, "at " + ms + " ms");
            }
        }
    }

    private static void assertSilent(float[] file, int fromMs, int endMs) {
        for (int ms = fromMs + 3; ms < endMs - 3; ms++) {
            assertEquals(0, file[ms * RATE_HZ / 1000], 0.002, "at " + ms + " ms");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-300, -500, -1000, -1500, -2000})
    void shouldHaveAllSoundThatHasAPlace(int offsetMs) {
        begin(offsetMs);
        play(5000, STEP_MS);
        float[] file = sound.end().floats();
        assertEquals(5 * RATE_HZ, file.length);
        assertLevels(file, 0, 5000 + offsetMs, -offsetMs);
        assertSilent(file, 5000 + offsetMs, 5000);
        assertEquals(-offsetMs * RATE_HZ / 1000, sound.counts().drops().cut(), 1);
        assertEquals(sound.counts().drops().cut(), sound.counts().drops().total());
        assertEquals(List.of(), sound.troubles);
    }

    @ParameterizedTest
    @ValueSource(ints = {-500, -1000, -2000})
    void shouldHaveBurstsThatHaveAPlace(int offsetMs) {
        begin(offsetMs);
        play(6000, 500);
        float[] file = sound.end().floats();
        assertLevels(file, 0, 6000 + offsetMs, -offsetMs);
        assertEquals(0, sound.counts().drops().overflow());
    }

    @Test
    void shouldHaveTheSoundOfEachFile() {
        begin(-2000);
        play(2500, STEP_MS);
        assertLevels(sound.endFile().floats(), 0, 500, 2000);
        sound.timeline().restart();
        sound.beginFile();
        sound.frame();
        play(5700, STEP_MS);
        float[] second = sound.end().floats();
        assertEquals(3.2 * RATE_HZ, second.length, 1);
        assertLevels(second, 0, 1200, 4500);
        assertSilent(second, 1200, 3200);
        assertEquals(4 * RATE_HZ, sound.counts().drops().total(), 2);
    }

    /** What arrives within a second of the end of the pause was made during the pause. */
    @Test
    void shouldCutAPauseWhereItsSoundArrives() {
        begin(-1000);
        play(3000, STEP_MS);
        sound.timeline().pause();
        play(4000, STEP_MS);
        sound.timeline().resume();
        play(7000, STEP_MS);
        float[] file = sound.end().floats();
        assertEquals(6 * RATE_HZ, file.length, 1);
        assertLevels(file, 0, 2000, 1000);
        assertSilent(file, 2000, 3000);
        assertLevels(file, 3000, 5000, 5000);
        assertEquals(0, sound.counts().drops().overflow());
    }

    @Test
    void shouldTellThatABurstIsTooLarge() {
        begin(0);
        play(2000, 2000);
        assertEquals(RATE_HZ, sound.counts().drops().overflow());
        assertTrue(sound.troubles.get(0).contains("no room"), sound.troubles.toString());
    }
}
