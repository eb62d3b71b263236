package io.github.stagerecorder.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.SampleFormat;
import io.github.stagerecorder.StageRecorder;
import io.github.stagerecorder.Stats;
import io.github.stagerecorder.Timing;
import io.github.stagerecorder.media.DecodedSound;
import java.nio.ShortBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sound that arrives late and is moved back, as a decoded file has it. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class OffsetSoundTest {
    private static final int RATE_HZ = 48_000;
    private static final double PLAY_S = 3.5;

    @TempDir
    private Path folder;

    private long written;

    /** The tone sounds all the time. */
    @ParameterizedTest
    @ValueSource(ints = {500, 2000})
    void shouldSoundFromTheFilesBeginning(int earlierMs) throws InterruptedException {
        Path file = folder.resolve("stage.mkv");
        Stats stats;
        try (RecordedStage stage = new RecordedStage(
                160,
                120,
                StageRecorder.builder(file)
                        .timing(Timing.REAL_TIME)
                        .audio(RATE_HZ, 1, SampleFormat.S16)
                        .audioOffset(Duration.ofMillis(-earlierMs)))) {
            play(stage);
            stats = stage.end();
        }
        assertEquals(0, stats.sound().overflow(), stats.toString());
        DecodedSound sound = DecodedSound.of(file);
        double lastS = sound.startS() + (double) last(sound.samples()) / RATE_HZ;
        assertTrue(sound.nextSoundS(0) < 0.1, "begins at " + sound.nextSoundS(0) + " s: " + stats.sound());
        assertEquals(
                sound.endS() - earlierMs / 1000.0, lastS, 0.1, stats.sound().toString());
    }

    private void play(RecordedStage stage) throws InterruptedException {
        long beginNs = System.nanoTime();
        for (double nowS = 0; nowS < PLAY_S; nowS = (System.nanoTime() - beginNs) / 1e9) {
            stage.paint();
            ShortBuffer block = ShortBuffer.allocate((int) (nowS * RATE_HZ - written));
            for (; block.hasRemaining(); written++) {
                block.put((short) (20_000 * Math.sin(2 * Math.PI * 1000 * written / RATE_HZ)));
            }
            stage.recorder().audio().write(block.flip());
            Thread.sleep(8);
        }
    }

    private static int last(float[] samples) {
        int last = samples.length - 1;
        while (last >= 0 && Math.abs(samples[last]) < 0.15) {
            last--;
        }
        return last;
    }
}
