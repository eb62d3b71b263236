package io.github.stagerecorder.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.AudioTrack;
import io.github.stagerecorder.CaptureResult;
import io.github.stagerecorder.Outcome;
import io.github.stagerecorder.RecorderBuilder;
import io.github.stagerecorder.SampleFormat;
import io.github.stagerecorder.StageRecorder;
import io.github.stagerecorder.Stats;
import io.github.stagerecorder.Timing;
import io.github.stagerecorder.WhenBehind;
import io.github.stagerecorder.media.AtOnce;
import io.github.stagerecorder.media.DecodedSound;
import java.nio.ShortBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sound that begins late, stops, or never comes holds up no frame, in every preset and by every timing. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class LateSoundTest {
    private static final int FRAMES = 75; // by every timing beyond what waits for late sound
    private static final int RATE_HZ = 48_000;
    private static final int CHANNELS = 2;
    private static final int BEGINS = FRAMES * 3 / 5;
    private static final int STOPS = FRAMES * 3 / 4;

    private static final List<String> PRESETS = List.of("mp4", "mov", "mkv", "webm", "ogg");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void shouldHoldUpNoFrameWhenNoSoundComes(Timing timing) throws Exception {
        AtOnce.forEach(PRESETS, format -> {
            Stats stats = record(format, timing, FRAMES, FRAMES);
            assertEquals(0, stats.sound().written());
        });
    }

    @ParameterizedTest
    @EnumSource
    void shouldHoldUpNoFrameWhenSoundBeginsLateAndStops(Timing timing) throws Exception {
        AtOnce.forEach(PRESETS, format -> {
            Stats stats = record(format, timing, BEGINS, STOPS);
            assertTrue(stats.sound().recorded() > 0, stats.sound()::toString);
        });
    }

    /** Writes the sound of the frames from the first to the last. */
    private Stats record(String format, Timing timing, int first, int end) {
        Path file = folder.resolve("stage." + format);
        RecorderBuilder options = StageRecorder.builder(file)
                .timing(timing)
                .frameRate(fps(timing))
                .whenBehind(WhenBehind.WAIT)
                .audio(RATE_HZ, CHANNELS, SampleFormat.S16);
        try (RecordedStage stage = new RecordedStage(160, 120, options)) {
            for (int frame = 0; frame < FRAMES; frame++) {
                CaptureResult result = timing == Timing.CALLER ? stage.paintAt(timeNs(timing, frame)) : stage.paint();
                assertTrue(result == CaptureResult.TAKEN || timing == Timing.REAL_TIME, result::toString);
                if (frame >= first && frame < end) {
                    write(stage.recorder().audio(), timing, frame);
                }
                if (timing == Timing.REAL_TIME) {
                    LockSupport.parkNanos(1_000_000_000L / fps(timing));
                }
            }
            Outcome outcome = stage.recorder().finish().join();
            requireComplete(outcome, file);
            return outcome.stats();
        }
    }

    /** In real time less sound is waited for. */
    private static int fps(Timing timing) {
        return timing == Timing.REAL_TIME ? 30 : 15;
    }

    private static long timeNs(Timing timing, int frame) {
        return frame * 1_000_000_000L / fps(timing);
    }

    private static void write(AudioTrack audio, Timing timing, int frame) {
        int due = timing == Timing.FRAME_BY_FRAME ? audio.samplesDue() : RATE_HZ / fps(timing);
        ShortBuffer block = ShortBuffer.allocate(CHANNELS * due);
        while (block.hasRemaining()) {
            block.put((short) 5_000);
        }
        if (timing == Timing.CALLER) {
            audio.write(block.flip(), timeNs(timing, frame));
        } else {
            audio.write(block.flip());
        }
    }

    private static void requireComplete(Outcome outcome, Path file) {
        Stats stats = outcome.stats();
        assertEquals(Outcome.Status.COMPLETE, outcome.status(), outcome::toString);
        assertEquals(0, stats.dropped() + stats.failed(), outcome::toString);
        assertEquals(stats.taken(), stats.delivered(), outcome::toString);
        double videoEndS = Step.of(file).videoEndS();
        assertEquals(videoEndS, DecodedSound.of(file).endS(), 0.2, outcome::toString);
    }
}
