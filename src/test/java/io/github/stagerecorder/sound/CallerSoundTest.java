package io.github.stagerecorder.sound;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.SampleFormat;
import io.github.stagerecorder.Timing;
import io.github.stagerecorder.settings.FrameRate;
import io.github.stagerecorder.settings.SoundFormat;
import java.nio.ShortBuffer;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallerSoundTest {
    private static final long MS = 1_000_000L;
    private static final long BEGIN_NS = 5_000_000_000L;
    private static final SoundFormat MONO = new SoundFormat(8_000, 1, SampleFormat.S16);

    private final TrackUnderTest sound = new TrackUnderTest(MONO, new FrameRate(10, 1), Timing.CALLER, 0);

    /** Writes samples of one value. */
    private int write(int value, int samples, long timeNs) {
        short[] block = new short[samples];
        Arrays.fill(block, (short) value);
        return sound.track().write(ShortBuffer.wrap(block), samples, timeNs);
    }

    private void frames(int first, int end) {
        for (int i = first; i < end; i++) {
            sound.frame(BEGIN_NS + i * 100 * MS);
            sound.feed();
        }
    }

    /** Pairs of a value and how many samples have it. */
    private static short[] runs(int... pairs) {
        ShortBuffer samples = ShortBuffer.allocate(1 << 16);
        for (int i = 0; i < pairs.length; i += 2) {
            for (int n = 0; n < pairs[i + 1]; n++) {
                samples.put((short) pairs[i]);
            }
        }
        return Arrays.copyOf(samples.array(), samples.position());
    }

    @Test
    void shouldPutSoundWhereItsTimeSays() {
        write(1, 800, BEGIN_NS - 50 * MS); // before its frames; half of it is before the first one
        write(2, 400, BEGIN_NS + 250 * MS);
        frames(0, 4);
        write(3, 800, BEGIN_NS + 300 * MS);
        assertArrayEquals(runs(1, 400, 0, 1600, 2, 400, 3, 800), sound.end().shorts());
        assertEquals(1600, sound.counts().silence());
        assertEquals(400, sound.counts().drops().cut());
    }

    @Test
    void shouldBeContinuousWithinTwentyMilliseconds() {
        frames(0, 2);
        write(1, 400, BEGIN_NS);
        write(2, 400, BEGIN_NS + 50 * MS + 19 * MS);
        write(3, 400, BEGIN_NS + 100 * MS - 19 * MS);
        frames(2, 3);
        assertArrayEquals(runs(1, 400, 2, 400, 3, 400, 0, 1200), sound.end().shorts());
    }

    @Test
    void shouldCutAnOverlapAndTimesThatGoBack() {
        frames(0, 3);
        write(1, 800, BEGIN_NS);
        write(2, 800, BEGIN_NS + 50 * MS);
        assertEquals(80, write(3, 80, BEGIN_NS)); // all of it
        assertArrayEquals(runs(1, 800, 2, 400, 0, 1200), sound.end().shorts());
        assertEquals(480, sound.counts().drops().cut());
    }

    @Test
    void shouldCutWhatIsLaterThanItsSilence() {
        frames(0, 30); // two seconds are still open
        write(1, 8000, BEGIN_NS + 500 * MS);
        assertArrayEquals(runs(0, 8000, 1, 4000, 0, 12000), sound.end().shorts());
        assertEquals(4000, sound.counts().drops().cut());
    }

    @Test
    void shouldCutAPauseAsTheVideoDoes() {
        frames(0, 2);
        write(1, 1600, BEGIN_NS);
        sound.timeline().pause();
        write(9, 800, BEGIN_NS + 200 * MS);
        sound.timeline().resume();
        write(8, 800, BEGIN_NS + 900 * MS); // before the frame that goes on
        write(2, 800, BEGIN_NS + 1000 * MS);
        frames(10, 12);
        assertArrayEquals(runs(1, 1600, 2, 800, 0, 800), sound.end().shorts());
        assertEquals(800, sound.counts().drops().paused());
        assertEquals(800, sound.counts().drops().cut());
    }

    @Test
    void shouldBeginEveryFileAtItsFirstFrame() {
        frames(0, 2);
        write(1, 1600, BEGIN_NS);
        write(2, 800, BEGIN_NS + 200 * MS); // before the frame that begins the next file
        assertArrayEquals(runs(1, 1600), sound.endFile().shorts());
        sound.timeline().restart();
        sound.beginFile();
        frames(2, 3);
        assertArrayEquals(runs(2, 800), sound.end().shorts());
    }

    @Test
    void shouldSurviveAnyTimes() {
        for (long timeNs : new long[] {Long.MAX_VALUE, Long.MIN_VALUE, 0, BEGIN_NS, -1, Long.MAX_VALUE}) {
            write(1, 80, timeNs);
        }
        frames(0, 5);
        assertEquals(4000, sound.end().sampleFrames());
        assertEquals(480, sound.counts().written());
    }

    @ParameterizedTest
    @ValueSource(longs = {BEGIN_NS + 3100 * MS, BEGIN_NS + 3_600_000 * MS, Long.MAX_VALUE, Long.MIN_VALUE, -BEGIN_NS})
    void shouldCutOnlyTheBlockWithAWrongTime(long wrongNs) {
        for (int i = 0; i < 30; i++) {
            frames(i, i + 1);
            write(i + 1, 800, i == 10 ? wrongNs : BEGIN_NS + i * 100 * MS);
        }
        short[] file = sound.end().shorts();
        for (int i = 0; i < 30; i++) {
            assertEquals(i == 10 ? 0 : i + 1, file[i * 800]);
            assertEquals(i == 10 ? 0 : i + 1, file[i * 800 + 799]);
        }
        assertEquals(800, sound.counts().drops().cut());
        assertEquals(1, sound.troubles.size());
        assertTrue(sound.troubles.get(0).contains(Long.toString(wrongNs)), sound.troubles.toString());
    }

    /** No frame says that it is wrong until there is one. */
    @ParameterizedTest
    @ValueSource(longs = {BEGIN_NS + 3_600_000 * MS, Long.MAX_VALUE, Long.MIN_VALUE})
    void shouldGoOnAfterAWrongTimeBeforeTheFirstFrame(long wrongNs) {
        write(9, 800, wrongNs);
        for (int i = 0; i < 10; i++) {
            frames(i, i + 1);
            write(i + 1, 800, BEGIN_NS + i * 100 * MS);
        }
        short[] file = sound.end().shorts();
        assertEquals(1, file[0]);
        assertEquals(10, file[7999]);
        assertEquals(800, sound.counts().drops().cut());
    }

    @Test
    void shouldTakeSoundBeforeTheFrameThatEndsALongPause() {
        frames(0, 2);
        write(1, 1600, BEGIN_NS);
        sound.timeline().pause();
        sound.timeline().resume();
        write(2, 800, BEGIN_NS + 60_000 * MS);
        frames(600, 601);
        assertArrayEquals(runs(1, 1600, 2, 800), sound.end().shorts());
        assertEquals(List.of(), sound.troubles);
    }

    /** What lies back is cut, and told once. */
    @Test
    void shouldTellThatTheSoundsClockBeginsAgain() {
        frames(0, 30);
        write(1, 8000, BEGIN_NS + 1000 * MS);
        sound.feed();
        for (int i = 0; i < 25; i++) {
            write(2, 800, BEGIN_NS + i * 100 * MS);
        }
        assertArrayEquals(runs(0, 8000, 1, 8000, 2, 4000, 0, 4000), sound.end().shorts());
        assertEquals(1, sound.troubles.size());
        assertTrue(sound.troubles.get(0).contains(BEGIN_NS + 2000 * MS + " ns"), sound.troubles.toString());
    }

    @Test
    void shouldTellNothingOfAnOverlap() {
        frames(0, 3);
        write(1, 800, BEGIN_NS);
        write(2, 800, BEGIN_NS + 50 * MS);
        sound.end();
        assertEquals(List.of(), sound.troubles);
    }
}
