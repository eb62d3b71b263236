package io.github.stagerecorder.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import io.github.stagerecorder.media.DecodedVideo;
import java.nio.ShortBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sound holds up no frame where a description of the user's own has no queue in front of its muxer. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class DescribedLateSoundTest {
    private static final double LENGTH_S = 2.4; // beyond what waits for late sound
    private static final double REAL_TIME_S = 1.5; // the same
    private static final int RATE_HZ = 48_000;
    private static final int CHANNELS = 2;

    private static final List<String> DESCRIPTIONS = List.of(
            "x264enc ! mux. audioconvert ! flacenc ! mux. matroskamux name=mux",
            "x264enc tune=zerolatency ! queue ! h264parse ! mux. audioconvert ! avenc_aac aac-ms=0 ! mux."
                    + " mp4mux name=mux",
            "videorate ! theoraenc ! mux. audioconvert ! vorbisenc ! mux. oggmux max-page-delay=1 name=mux",
            "( jpegenc ! queue ) ! mux. audioconvert ! capsfilter caps=audio/x-raw,format=S16LE ! mux. avimux name=mux");

    /** The part of a recording in which sound is written. */
    private enum Written {
        ALL(0),
        LATE(0.6),
        NEVER(1);

        private final double fromPart;

        Written(double fromPart) {
            this.fromPart = fromPart;
        }
    }

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void shouldKeepEveryFrame(Written sound) throws Exception {
        AtOnce.forEach(DESCRIPTIONS, description -> {
            record(description, 30, sound);
            if (sound == Written.ALL) {
                record(description, 60, sound); // a packet of sound is of more frames
            }
        });
    }

    private void record(String description, int fps, Written sound) {
        Path file = file();
        RecorderBuilder options = options(file, description, fps)
                .timing(Timing.FRAME_BY_FRAME)
                .whenBehind(WhenBehind.WAIT)
                .stallTimeout(Duration.ofSeconds(10));
        int frames = (int) (LENGTH_S * fps);
        try (RecordedStage stage = new RecordedStage(64, 48, options)) {
            for (int frame = 0; frame < frames; frame++) {
                assertEquals(CaptureResult.TAKEN, stage.paint(), () -> description + " at " + fps);
                if (frame >= frames * sound.fromPart) {
                    write(stage.recorder(), stage.recorder().audio().samplesDue());
                }
            }
            requireComplete(stage.recorder().finish().join());
        }
        assertEquals(frames, DecodedVideo.of(file).info().packetTicks().size(), description);
        assertEquals(LENGTH_S, DecodedSound.of(file).endS(), 0.25, description);
    }

    /** A busy machine may drop some frames by itself. */
    @ParameterizedTest
    @EnumSource
    void shouldDropNoFrameForSoundInRealTime(Written sound) throws Exception {
        AtOnce.forEach(DESCRIPTIONS, description -> {
            int fps = 30;
            int frames = (int) (REAL_TIME_S * fps);
            Path file = file();
            try (RecordedStage stage = new RecordedStage(64, 48, options(file, description, fps))) {
                for (int frame = 0; frame < frames; frame++) {
                    stage.paint();
                    LockSupport.parkNanos(1_000_000_000L / fps);
                    if (frame >= frames * sound.fromPart) {
                        write(stage.recorder(), RATE_HZ / fps);
                    }
                }
                Outcome outcome = stage.recorder().finish().join();
                requireComplete(outcome);
                assertTrue(outcome.stats().dropped() < frames / 6, () -> description + ": " + outcome);
            }
        });
    }

    private Path file() {
        return folder.resolve("stage" + System.nanoTime() + ".media");
    }

    private static RecorderBuilder options(Path file, String description, int fps) {
        return StageRecorder.builder(file)
                .pipeline(description)
                .frameRate(fps)
                .audio(RATE_HZ, CHANNELS, SampleFormat.S16);
    }

    private static void write(StageRecorder recorder, int sampleFrames) {
        recorder.audio().write(ShortBuffer.allocate(CHANNELS * sampleFrames));
    }

    private static void requireComplete(Outcome outcome) {
        Stats stats = outcome.stats();
        assertEquals(Outcome.Status.COMPLETE, outcome.status(), outcome::toString);
        assertEquals(stats.taken(), stats.delivered(), outcome::toString);
    }
}
