package io.github.stagerecorder.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.stagerecorder.AudioTrack;
import io.github.stagerecorder.CaptureResult;
import io.github.stagerecorder.RecorderBuilder;
import io.github.stagerecorder.SampleFormat;
import io.github.stagerecorder.Stats;
import io.github.stagerecorder.Timing;
import io.github.stagerecorder.media.DecodedSound;
import io.github.stagerecorder.media.Ffprobe;
import java.nio.ShortBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sound and pictures by the caller's clock, in every preset's file. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class CallerSoundFilesTest {
    private static final int FRAMES = 90;
    private static final int FPS = 30;
    private static final int RATE_HZ = 48_000;
    private static final int BLOCK = 1000; // no whole number of blocks to a frame
    private static final long BEGIN_NS = 12_345_678_901L;
    private static final double MOST_OFF_S = 0.001;

    @TempDir
    private Path folder;

    /** Every second is as uneven as a game, but in its middle there is a frame on time. It flashes and beeps. */
    private static long timeNs(int frame) {
        long unevenNs = frame % FPS == FPS / 2 || frame == 0 ? 0 : (frame % 3 - 1) * 6_000_000L;
        return BEGIN_NS + frame * 1_000_000_000L / FPS + unevenNs;
    }

    /** A beep of a thirtieth of a second begins in the middle of each second. */
    private static ShortBuffer block(long first) {
        ShortBuffer block = ShortBuffer.allocate(BLOCK);
        for (int i = 0; i < BLOCK; i++) {
            long inBeep = (first + i) % RATE_HZ - RATE_HZ / 2;
            boolean sounds = inBeep >= 0 && inBeep < RATE_HZ / FPS;
            block.put(i, (short) (sounds ? 20_000 * Math.sin(2 * Math.PI * 1000 * inBeep / RATE_HZ) : 0));
        }
        return block;
    }

    @ParameterizedTest
    @ValueSource(strings = {"stage.mp4", "stage.mov", "stage.mkv", "stage.webm", "stage.ogg"})
    void shouldBeInStep(String name) {
        Path file = folder.resolve(name);
        RecorderBuilder options =
                RecordedStage.everyFrame(file).timing(Timing.CALLER).audio(RATE_HZ, 1, SampleFormat.S16);
        try (RecordedStage stage = new RecordedStage(160, 120, options)) {
            AudioTrack audio = stage.recorder().audio();
            long written = 0;
            for (int frame = 0; frame < FRAMES; frame++) {
                assertEquals(CaptureResult.TAKEN, stage.paintAt(timeNs(frame)));
                for (; written * FPS < (frame + 1L) * RATE_HZ; written += BLOCK) {
                    audio.write(block(written), BEGIN_NS + written * 1_000_000_000L / RATE_HZ);
                }
            }
            Stats stats = stage.end();
            assertEquals(
                    FRAMES / FPS * RATE_HZ,
                    stats.sound().recorded(),
                    stats.sound().toString());
        }
        List<Long> ticks = Ffprobe.frameTicks(file);
        assertEquals(FRAMES, ticks.size());
        DecodedSound sound = DecodedSound.of(file);
        for (int second = 0; second < FRAMES / FPS; second++) {
            double flashS = Ffprobe.of(file).timeBase().ticksToNs(ticks.get(second * FPS + FPS / 2)) / 1e9;
            assertEquals(second + 0.5, flashS, MOST_OFF_S);
            assertEquals(flashS, sound.nextSoundS(second), MOST_OFF_S);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {BEGIN_NS + 4_000_000_000L, Long.MAX_VALUE, Long.MIN_VALUE})
    void shouldSoundBehindABlockWithAWrongTime(long wrongNs) {
        Path file = folder.resolve("stage.mkv");
        RecorderBuilder options =
                RecordedStage.everyFrame(file).timing(Timing.CALLER).audio(RATE_HZ, 1, SampleFormat.S16);
        try (RecordedStage stage = new RecordedStage(160, 120, options)) {
            for (int frame = 0; frame < FRAMES; frame++) {
                assertEquals(CaptureResult.TAKEN, stage.paintAt(timeNs(frame)));
                long first = frame * (long) RATE_HZ / FPS;
                ShortBuffer block = ShortBuffer.allocate(RATE_HZ / FPS);
                for (int i = 0; i < block.capacity(); i += BLOCK) {
                    int count = Math.min(BLOCK, block.capacity() - i);
                    block.put(i, block(first + i), 0, count);
                }
                long rightNs = BEGIN_NS + frame * 1_000_000_000L / FPS;
                stage.recorder().audio().write(block, frame == FPS ? wrongNs : rightNs);
            }
            assertEquals(RATE_HZ / FPS, stage.end().sound().cut());
        }
        DecodedSound sound = DecodedSound.of(file);
        for (int second = 0; second < FRAMES / FPS; second++) {
            assertEquals(second + 0.5, sound.nextSoundS(second), MOST_OFF_S);
        }
    }
}
