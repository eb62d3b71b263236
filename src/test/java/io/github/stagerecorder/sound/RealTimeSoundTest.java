package io.github.stagerecorder.sound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.SampleFormat;
import io.github.stagerecorder.Timing;
import io.github.stagerecorder.settings.FrameRate;
import io.github.stagerecorder.settings.SoundFormat;
import java.nio.FloatBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In a time that the test tells: the sound's clock, its jitter and its bursts are exactly those that are asked for. */
class RealTimeSoundTest {
    private static final long MS = 1_000_000L;
    private static final long S = 1_000_000_000L;
    private static final int RATE_HZ = 8_000;
    private static final SoundFormat MONO = new SoundFormat(RATE_HZ, 1, SampleFormat.F32);
    private static final double TONE_HZ = 50; // a phase tells the place, as long as that is within 10 ms

    private final TrackUnderTest sound = new TrackUnderTest(MONO, new FrameRate(50, 1), Timing.REAL_TIME, 0);
    private final Random random = new Random(1);
    private long nowNs;
    private long made; // sample frames of the tone

    /** Sample n of the tone was made at n / (rate * clock). */
    private void write(int sampleFrames, double clock) {
        FloatBuffer samples = FloatBuffer.allocate(sampleFrames);
        for (int i = 0; i < sampleFrames; i++, made++) {
            samples.put((float) (0.5 * Math.sin(2 * Math.PI * TONE_HZ * made / (RATE_HZ * clock))));
        }
        assertEquals(sampleFrames, sound.track().write(samples.flip(), sampleFrames, 0));
    }

    /** Goes on in time, with a frame every 20 ms. */
    private void goTo(long timeNs) {
        while (nowNs / (20 * MS) < timeNs / (20 * MS)) {
            nowNs = (nowNs / (20 * MS) + 1) * 20 * MS;
            sound.at(nowNs);
            sound.frame();
            sound.feed();
        }
        nowNs = Math.max(nowNs, timeNs);
        sound.at(nowNs);
    }

    private void begin() {
        sound.at(0);
        sound.frame();
    }

    /** Plays the tone in blocks of 10 ms, late by up to twice the jitter, in bursts that end each so many blocks. */
    private void play(double seconds, double clock, double jitterS, int burst) {
        int blocks = (int) (seconds * 100);
        for (int i = 1; i <= blocks; i += burst) {
            long madeNs = (long) ((made + burst * RATE_HZ / 100.0) / (RATE_HZ * clock) * S);
            goTo(madeNs + (long) ((3 + (2 * random.nextDouble() - 1) * jitterS * 1000) * MS));
            for (int n = 0; n < burst; n++) {
                write(RATE_HZ / 100, clock);
            }
        }
    }

    /** Returns by how many seconds the tone is late around a time, modulo its period. */
    private static double lateS(float[] file, int at) {
        double in = 0;
        double across = 0;
        int length = RATE_HZ; // whole periods
        for (int i = at; i < at + length; i++) {
            double angle = 2 * Math.PI * TONE_HZ * i / RATE_HZ;
            in += file[i] * Math.sin(angle);
            across += file[i] * Math.cos(angle);
        }
        return -Math.atan2(across, in) / (2 * Math.PI * TONE_HZ);
    }

    /** The last second is left out, in which the sound ends. A step of one sample would show as a multiple of what the tone itself has. */
    private static void requireNoClick(float[] file, int first) {
        double most = 0.5 * Math.pow(2 * Math.PI * TONE_HZ / RATE_HZ, 2);
        for (int i = first; i < file.length - RATE_HZ; i++) {
            double second = Math.abs(file[i] - 2 * file[i + 1] + file[i + 2]);
            assertTrue(second < 1.1 * most, "a click of " + second + " at " + i + ", the tone itself has " + most);
        }
    }

    @ParameterizedTest
    @CsvSource({"1.0005, 0.003, 1", "0.9995, 0.003, 1", "1.0005, 0.003, 50", "0.9995, 0.003, 50"})
    void shouldFollowTheSoundsOwnClockForTenMinutesWithoutAClick(double clock, double jitterS, int burst) {
        begin();
        play(600, clock, jitterS, burst);
        float[] file = sound.end().floats();
        double atFirst = lateS(file, RATE_HZ);
        double most = 0;
        for (int second = 2; second < 598; second++) {
            most = Math.max(most, Math.abs(lateS(file, second * RATE_HZ) - atFirst));
        }
        assertTrue(Math.abs(atFirst) < 0.005, "begins " + atFirst + " s late");
        assertTrue(most < 0.005, "off by " + most + " s");
        requireNoClick(file, RATE_HZ);
        assertTrue(sound.counts().drops().total() <= 1, sound.counts().toString()); // the part of one at the begin
        assertTrue(sound.counts().silence() < RATE_HZ, sound.counts().toString());
    }

    @Test
    void shouldFollowSoundThatComesInBurstsNowAndThen() {
        begin();
        for (int i = 0; i < 60; i++) {
            play(1 + 2 * random.nextDouble(), 1.0003, 0.003, 1);
            play(0.5, 1.0003, 0.003, 50);
        }
        float[] file = sound.end().floats();
        for (int second = 2; second < 90; second++) {
            assertEquals(lateS(file, RATE_HZ), lateS(file, second * RATE_HZ), 0.005);
        }
        requireNoClick(file, RATE_HZ);
    }

    @Test
    void shouldBeSilentWhenNoSoundComesAndHoldUpNothing() {
        begin();
        goTo(10 * S);
        assertTrue(sound.sink().sampleFrames() >= 9 * RATE_HZ, "the muxer waits for sound");
        CollectedSound file = sound.end();
        assertEquals(10 * RATE_HZ, file.sampleFrames());
        assertEquals(10 * RATE_HZ, sound.counts().silence());
    }

    /** The tone begins at 3 s, stops at 5 s, and goes on at 8 s as if nothing had been. */
    @Test
    void shouldPutSoundWhereItComesWhenItBeginsLateOrStops() {
        begin();
        goTo(3 * S);
        makeUpTo(5 * S, 3 * S);
        goTo(8 * S);
        makeUpTo(10 * S, 8 * S);
        float[] file = sound.end().floats();
        assertSounds(file, 0, 2.999, false);
        assertSounds(file, 3.001, 4.999, true);
        assertSounds(file, 5.001, 7.999, false);
        assertSounds(file, 8.001, 9.9, true);
        assertEquals(6 * RATE_HZ, sound.counts().silence(), RATE_HZ / 100.0);
    }

    private void makeUpTo(long endNs, long beginNs) {
        for (long at = beginNs + 10 * MS; at <= endNs; at += 10 * MS) {
            goTo(at);
            write(RATE_HZ / 100, 1);
        }
    }

    private static void assertSounds(float[] file, double fromS, double toS, boolean sounds) {
        int window = (int) (RATE_HZ / TONE_HZ);
        for (int at = (int) (fromS * RATE_HZ); at + window < toS * RATE_HZ; at += window) {
            double power = 0;
            for (int i = at; i < at + window; i++) {
                power += file[i] * file[i] / window;
            }
            assertEquals(sounds ? 0.125 : 0, power, 0.02, "power at " + (double) at / RATE_HZ + " s");
        }
    }

    /** The driver's trials make the first capture last as long as several frames. */
    @Test
    void shouldHaveTheSoundThatIsWrittenDuringTheFirstCapture() {
        sound.at(0);
        sound.timeline().nextPtsNs(0);
        writeWithoutFrames(300);
        sound.timeline().advance();
        makeUpTo(2 * S, nowNs);
        assertSounds(sound.end().floats(), 0.001, 1.99, true);
        assertEquals(0, sound.counts().drops().paused());
    }

    @Test
    void shouldBeginWithTheFirstCaptureThatIsNotInVain() {
        sound.at(0);
        sound.timeline().nextPtsNs(0);
        writeWithoutFrames(100); // five periods of the tone
        sound.frame();
        makeUpTo(2 * S, nowNs);
        float[] file = sound.end().floats();
        assertSounds(file, 0.001, 1.89, true);
        assertEquals(0, lateS(file, RATE_HZ / 4), 0.0005);
        assertEquals(1.9 * RATE_HZ, file.length, 1);
    }

    private void writeWithoutFrames(int durationMs) {
        for (int i = 0; i < durationMs / 10; i++) {
            nowNs += 10 * MS;
            sound.at(nowNs);
            write(RATE_HZ / 100, 1);
        }
    }

    @Test
    void shouldCutAPauseOutOfBoth() {
        begin();
        makeUpTo(2 * S, 0);
        sound.timeline().pause();
        goTo(2500 * MS);
        write(RATE_HZ, 1); // which nobody is to hear
        goTo(5 * S);
        sound.timeline().resume();
        makeUpTo(7 * S, 5 * S);
        float[] file = sound.end().floats();
        assertEquals(4 * RATE_HZ, file.length);
        assertEquals(RATE_HZ, sound.counts().drops().paused());
        assertSounds(file, 0.02, 3.98, true);
    }

    /** A replay that is saved in a menu, and a process that is killed there, have it. */
    @Test
    void shouldFeedAllSoundWhenAPauseBegins() {
        begin();
        makeUpTo(2 * S, 0);
        assertTrue(sound.sink().sampleFrames() < 1.5 * RATE_HZ);
        sound.timeline().pause();
        goTo(3 * S);
        assertEquals(2 * RATE_HZ, sound.sink().sampleFrames());
        sound.timeline().resume();
        makeUpTo(5 * S, 3 * S);
        float[] file = sound.end().floats();
        assertEquals(4 * RATE_HZ, file.length);
        assertSounds(file, 0.02, 1.98, true);
        assertSounds(file, 2.02, 3.98, true);
    }

    @Test
    void shouldBeginTheNextFileWithItsOwnSound() {
        begin();
        makeUpTo(2 * S, 0);
        assertEquals(2 * RATE_HZ, sound.endFile().sampleFrames());
        sound.timeline().restart();
        sound.beginFile();
        sound.frame();
        makeUpTo(4 * S, 2 * S);
        float[] file = sound.end().floats();
        assertEquals(2 * RATE_HZ, file.length);
        assertSounds(file, 0.01, 1.98, true);
    }

    @Test
    void shouldPutTheLastSampleOfABlockAtItsArrival() {
        begin();
        goTo(2 * S);
        write(RATE_HZ / 2, 1);
        goTo(4 * S);
        float[] file = sound.end().floats();
        assertSounds(file, 0, 1.499, false);
        assertSounds(file, 1.501, 1.99, true);
        assertSounds(file, 2.001, 4, false);
    }

    @Test
    void shouldMoveTheSoundByItsOffset() {
        for (long offsetMs : new long[] {-1500, -100, 100, 1500}) {
            TrackUnderTest moved = new TrackUnderTest(MONO, new FrameRate(50, 1), Timing.REAL_TIME, offsetMs * MS);
            moved.at(0);
            moved.frame();
            for (int i = 1; i <= 300; i++) {
                moved.at(i * 20 * MS);
                moved.frame();
                moved.feed();
                if (i == 150) {
                    FloatBuffer knock = FloatBuffer.allocate(200).put(199, 1);
                    moved.track().write(knock, knock.capacity(), 0);
                }
            }
            float[] file = moved.end().floats();
            int loudest = 0;
            for (int i = 0; i < file.length; i++) {
                loudest = Math.abs(file[i]) > Math.abs(file[loudest]) ? i : loudest;
            }
            assertEquals(3000 + offsetMs, loudest * 1000.0 / RATE_HZ, 1);
        }
    }

    @Test
    void shouldCountWhatTheRingCannotHoldAndKeepTheNewest() {
        begin();
        goTo(2 * S);
        write(2 * RATE_HZ, 1);
        assertEquals(RATE_HZ, sound.counts().drops().overflow());
        goTo(4 * S);
        assertSounds(sound.end().floats(), 1.41, 1.99, true);
    }

    /** An application whose loop is a tenth too slow or too fast makes as many samples for each of its frames. */
    @ParameterizedTest
    @CsvSource({"0.9", "1.1", "0.99", "1.01"})
    void shouldStayNearWhenTheSoundsClockIsWrong(double clock) {
        begin();
        for (int i = 1; i <= 3000; i++) {
            goTo(i * 10 * MS);
            int count = (int) (i * RATE_HZ * clock / 100) - (int) ((i - 1) * RATE_HZ * clock / 100);
            write(count, 1);
        }
        long inFile = sound.counts().recorded() + sound.counts().silence();
        assertEquals(30 * RATE_HZ, sound.end().sampleFrames(), 1);
        assertTrue(Math.abs(30 * RATE_HZ - inFile) <= RATE_HZ, "far behind: " + sound.counts());
        double lostS = Math.abs(sound.counts().written() - 30.0 * RATE_HZ) / RATE_HZ;
        double madeGoodS =
                (double) (sound.counts().silence() + sound.counts().drops().cut()) / RATE_HZ;
        assertEquals(lostS, madeGoodS, 1.2, sound.counts().toString());
    }
}
