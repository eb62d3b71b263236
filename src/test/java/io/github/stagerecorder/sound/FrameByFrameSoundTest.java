package io.github.stagerecorder.sound;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.SampleFormat;
import io.github.stagerecorder.Timing;
import io.github.stagerecorder.report.SoundCounts;
import io.github.stagerecorder.settings.FrameRate;
import io.github.stagerecorder.settings.SoundFormat;
import java.math.BigInteger;
import java.nio.ShortBuffer;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameByFrameSoundTest {
    private static final FrameRate FILM = new FrameRate(30000, 1001);
    private static final SoundFormat STEREO = new SoundFormat(44_100, 2, SampleFormat.S16);

    private final TrackUnderTest sound = new TrackUnderTest(STEREO, FILM, Timing.FRAME_BY_FRAME, 0);
    private long written; // sample frames

    /** Sample frame n is n and -n. */
    private ShortBuffer next(int sampleFrames) {
        ShortBuffer samples = ShortBuffer.allocate(2 * sampleFrames);
        for (int i = 0; i < sampleFrames; i++, written++) {
            samples.put((short) written).put((short) -written);
        }
        return samples.flip();
    }

    private int write(int sampleFrames) {
        return sound.track().write(next(sampleFrames), sampleFrames, 0);
    }

    private static short[] numbered(long first, long end) {
        short[] samples = new short[(int) (end - first) * 2];
        for (int i = 0; i < samples.length; i += 2) {
            samples[i] = (short) (first + i / 2);
            samples[i + 1] = (short) -(first + i / 2);
        }
        return samples;
    }

    @ParameterizedTest
    @CsvSource({
        "30000, 1001, 44100, 0",
        "30000, 1001, 44100, 29",
        "60000, 1001, 192000, 100000000000",
        "1, 3600, 8000, 999999",
        "1000, 1, 11025, 12345678901",
        "2147483647, 4, 192000, 10000000000",
        "24000, 1001, 48000, 123456789"
    })
    void shouldOweExactlyWhatTheFramesLast(int numerator, int denominator, int rateHz, long frames) {
        BigInteger exact = BigInteger.valueOf(frames)
                .multiply(BigInteger.valueOf(denominator))
                .multiply(BigInteger.valueOf(rateHz))
                .divide(BigInteger.valueOf(numerator));
        assertEquals(exact.longValueExact(), new FrameRate(numerator, denominator).sampleFrames(frames, rateHz));
    }

    @Test
    void shouldHaveEverySampleOfEveryFrameBitForBit() {
        int frames = 1000;
        for (int i = 0; i < frames; i++) {
            sound.frame();
            int due = sound.track().due();
            assertEquals(FILM.sampleFrames(i + 1, 44_100) - FILM.sampleFrames(i, 44_100), due);
            assertEquals(due, write(due));
            sound.feed();
        }
        assertArrayEquals(
                numbered(0, FILM.sampleFrames(frames, 44_100)), sound.end().shorts());
        assertEquals(new SoundCounts(written, written, 0, new SoundCounts.Drops(0, 0, 0, 0, 0)), sound.counts());
    }

    @Test
    void shouldTakeSoundAheadOfItsFramesAndCutWhatNoFrameOwes() {
        write(44_100);
        sound.feed();
        assertEquals(0, sound.sink().sampleFrames());
        sound.frame();
        sound.feed();
        assertArrayEquals(numbered(0, FILM.sampleFrames(1, 44_100)), sound.end().shorts());
        assertEquals(
                44_100 - FILM.sampleFrames(1, 44_100), sound.counts().drops().cut());
    }

    @Test
    void shouldFillSilenceTwoSecondsLaterWhenNoSoundComes() {
        for (int i = 0; i < 300; i++) {
            sound.frame();
            sound.feed();
            long behind = FILM.sampleFrames(i + 1, 44_100) - sound.sink().sampleFrames();
            assertTrue(behind <= 2 * 44_100, behind + " sample frames behind at frame " + i);
        }
        CollectedSound file = sound.end();
        assertArrayEquals(new short[2 * (int) FILM.sampleFrames(300, 44_100)], file.shorts());
        assertEquals(FILM.sampleFrames(300, 44_100), sound.counts().silence());
    }

    @Test
    void shouldStayInStepWhenSoundComesTooLate() {
        for (int i = 0; i < 100; i++) {
            sound.frame();
        }
        sound.feed(); // two seconds are left
        long replaced = sound.sink().sampleFrames();
        assertTrue(replaced > 0);
        write((int) replaced + 1000);
        sound.feed();
        short[] file = sound.end().shorts();
        long end = replaced + 1000;
        assertArrayEquals(numbered(replaced, end), Arrays.copyOfRange(file, (int) replaced * 2, (int) end * 2));
        assertEquals(replaced, sound.counts().drops().cut());
    }

    @Test
    void shouldNotBeDueAnyMoreWhenSilenceHasReplacedIt() {
        for (int i = 0; i < 100; i++) {
            sound.frame();
        }
        sound.feed();
        int due = sound.track().due();
        assertEquals(2 * 44_100, due);
        write(44_100);
        sound.feed();
        write(due - 44_100);
        sound.feed();
        assertEquals(due, sound.counts().recorded());
        assertEquals(0, sound.counts().drops().cut());
        assertEquals(FILM.sampleFrames(100, 44_100), sound.end().sampleFrames());
    }

    @Test
    void shouldWaitForFramesWhenThereIsNoRoom() {
        CompletableFuture<Integer> writing = CompletableFuture.supplyAsync(() -> write(3 * 44_100));
        for (int i = 0; i < 150; i++) {
            sound.frame();
            sound.feed();
            sleep(2);
        }
        assertEquals(3 * 44_100, writing.join());
        assertArrayEquals(numbered(0, 3 * 44_100), Arrays.copyOf(sound.end().shorts(), 2 * 3 * 44_100));
    }

    private static void sleep(long ms) {
        try {
            Thread.sleep(ms);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void shouldGiveUpAtTheDeadlineWhenNoFrameComes() {
        assertEquals(44_100, write(50_000));
        assertEquals(50_000 - 44_100, sound.counts().drops().overflow());
        assertEquals(1, sound.troubles.size());
        sound.frame();
        sound.feed();
        assertEquals(FILM.sampleFrames(1, 44_100), sound.end().sampleFrames());
    }

    @Test
    void shouldEndAWaitWhenTheTrackIsClosed() {
        CompletableFuture<Integer> writing = CompletableFuture.supplyAsync(() -> write(50_000));
        sleep(50);
        sound.end();
        assertEquals(44_100, writing.join());
        assertEquals(50_000, sound.counts().written());
        assertEquals(50_000, sound.counts().drops().total());
    }

    @Test
    void shouldCutWhatAPauseCutsAndKeepWhatEarlierFramesOwe() {
        sound.frame();
        int owed = sound.track().due();
        sound.timeline().pause();
        assertEquals(owed + 500, write(owed + 500));
        sound.timeline().resume();
        sound.frame();
        written -= 500;
        write(sound.track().due());
        assertArrayEquals(numbered(0, FILM.sampleFrames(2, 44_100)), sound.end().shorts());
        assertEquals(500, sound.counts().drops().paused());
    }

    @Test
    void shouldBeginEveryFileAtItsFirstFrame() {
        for (int i = 0; i < 3; i++) {
            write((int) (FILM.sampleFrames(i + 1, 44_100) - FILM.sampleFrames(i, 44_100)));
            sound.frame();
        }
        write((int) FILM.sampleFrames(1, 44_100)); // of the next file's first frame
        long cut = FILM.sampleFrames(3, 44_100);
        assertArrayEquals(numbered(0, cut), sound.endFile().shorts());
        sound.timeline().restart();
        sound.beginFile();
        sound.frame();
        sound.feed();
        assertArrayEquals(
                numbered(cut, cut + FILM.sampleFrames(1, 44_100)), sound.end().shorts());
    }

    @Test
    void shouldKeepWhatTheEncoderDoesNotTakeNow() {
        sound.frame();
        write(sound.track().due());
        sound.sink().take(false);
        sound.feed();
        sound.feed();
        sound.sink().take(true);
        sound.feed();
        assertArrayEquals(numbered(0, FILM.sampleFrames(1, 44_100)), sound.end().shorts());
    }

    @Test
    void shouldCountWhatAFailedRecordingLoses() {
        sound.fail();
        sound.sink().take(false);
        for (int i = 0; i < 60; i++) {
            sound.frame();
            write(sound.track().due());
            sound.feed();
        }
        sound.end();
        assertEquals(written, sound.counts().drops().failed());
        write(10);
        assertEquals(10, sound.counts().drops().closed());
    }
}
