package io.github.stagerecorder.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.AudioTrack;
import io.github.stagerecorder.RecorderBuilder;
import io.github.stagerecorder.SampleFormat;
import io.github.stagerecorder.SavedReplay;
import io.github.stagerecorder.StageRecorder;
import io.github.stagerecorder.Timing;
import io.github.stagerecorder.media.DecodedSound;
import io.github.stagerecorder.media.PlayedSound;
import java.io.IOException;
import java.nio.ShortBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A loud tone is as loud in the first millisecond of a file as in every other, and in step, for every player. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class FirstSoundTest {
    private static final int RATE_HZ = 48_000;
    private static final int TONE_HZ = 1000;
    private static final int PERIOD = RATE_HZ / TONE_HZ;
    private static final double LEVEL = 0.6;
    private static final int BEGINNING = 60; // periods
    private static final double MOST_OFF_S = 0.0001; // of half a period
    private static final int FRAMES = 100;
    private static final double PACKET_S = 1024.0 / RATE_HZ;

    @TempDir
    private Path folder;

    private static void sing(RecordedStage stage, int frames) {
        AudioTrack audio = stage.recorder().audio();
        for (int i = 0; i < frames; i++) {
            stage.record(1);
            ShortBuffer block = ShortBuffer.allocate(audio.samplesDue());
            long from = stage.recorder().stats().sound().written();
            for (int at = 0; at < block.capacity(); at++) {
                block.put(at, (short) (Short.MAX_VALUE * LEVEL * Math.sin(2 * Math.PI * (from + at) / PERIOD)));
            }
            audio.write(block);
        }
    }

    private static void check(DecodedSound sound, double fromS) {
        assertEquals(RATE_HZ, sound.rateHz());
        StringBuilder levels = new StringBuilder();
        boolean isLevel = true;
        double inPhase = 0;
        double late = 0;
        for (int period = 0; period < BEGINNING; period++) {
            double power = 0;
            for (int i = period * PERIOD; i < (period + 1) * PERIOD; i++) {
                double phase = 2 * Math.PI * TONE_HZ * (fromS + sound.startS() + (double) i / RATE_HZ);
                power += sound.samples()[i] * sound.samples()[i];
                inPhase += sound.samples()[i] * Math.sin(phase);
                late -= sound.samples()[i] * Math.cos(phase);
            }
            double level = Math.sqrt(2 * power / PERIOD) / LEVEL;
            levels.append(" %.2f".formatted(level));
            isLevel &= Math.abs(level - 1) < 0.2;
        }
        assertTrue(isLevel, "the level in each millisecond is" + levels);
        assertEquals(0, Math.atan2(late, inPhase) / (2 * Math.PI * TONE_HZ), MOST_OFF_S, "it is late by");
    }

    private static void checkInEveryPlayer(Path file, double fromS, double mostMissingS) throws InterruptedException {
        for (DecodedSound sound : List.of(DecodedSound.of(file), PlayedSound.of(file))) {
            assertEquals(mostMissingS / 2, sound.startS(), mostMissingS / 2 + 0.0001, "the sound begins at");
            check(sound, fromS);
        }
    }

    private RecorderBuilder options(String name) {
        return RecordedStage.everyFrame(folder.resolve(name)).audio(RATE_HZ, 1, SampleFormat.S16);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mp4", "mov"})
    void shouldBeWholeFromTheFirstSampleOn(String extension) throws Exception {
        try (RecordedStage stage = new RecordedStage(160, 120, options("stage." + extension))) {
            sing(stage, FRAMES);
        }
        checkInEveryPlayer(folder.resolve("stage." + extension), 0, 0);
    }

    /** What lies on the disk while it is recorded is what a killed process leaves. */
    @ParameterizedTest
    @ValueSource(strings = {"mp4", "mov"})
    void shouldBeInStepInAFileThatIsCutOff(String extension) throws Exception {
        Path file = folder.resolve("stage." + extension);
        Path cutOff = folder.resolve("cut-off." + extension);
        try (RecordedStage stage = new RecordedStage(160, 120, options("stage." + extension))) {
            while (!Files.exists(cutOff) || !isPlayable(cutOff)) {
                sing(stage, FRAMES);
                Files.deleteIfExists(cutOff);
                Files.copy(file, cutOff);
            }
        }
        check(DecodedSound.ofCutOff(cutOff), 0);
        check(PlayedSound.of(cutOff), 0);
    }

    private static boolean isPlayable(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        return new String(bytes, StandardCharsets.ISO_8859_1).split("moof").length > 3;
    }

    @ParameterizedTest
    @CsvSource({"mp4, mp4", "mov, mov", "mov, mp4"})
    void shouldBeWholeFromTheFirstSampleOfAReplayOn(String recorded, String saved) throws Exception {
        SavedReplay replay;
        try (RecordedStage stage =
                new RecordedStage(160, 120, options("stage." + recorded).replay(Duration.ofSeconds(1)))) {
            sing(stage, FRAMES);
            var save = stage.recorder().saveReplay(folder.resolve("replay." + saved));
            sing(stage, FRAMES);
            replay = save.join();
        }
        assertTrue(replay.from().toMillis() > 1000, replay::toString);
        checkInEveryPlayer(replay.file(), replay.from().toNanos() / 1e9, PACKET_S);
        checkInEveryPlayer(folder.resolve("stage." + recorded), 0, 0);
    }

    /** It begins with what the encoder puts in front. */
    @ParameterizedTest
    @ValueSource(strings = {"mp4", "mov"})
    void shouldBeWholeInAReplayFromTheStartOn(String extension) throws Exception {
        SavedReplay replay;
        try (RecordedStage stage =
                new RecordedStage(160, 120, options("stage." + extension).replay(Duration.ofSeconds(10)))) {
            sing(stage, FRAMES);
            var save = stage.recorder().saveReplay(folder.resolve("replay." + extension));
            sing(stage, FRAMES);
            replay = save.join();
        }
        assertEquals(Duration.ZERO, replay.from());
        checkInEveryPlayer(replay.file(), 0, 0);
    }

    /** By a description, all sound is late by what its encoder puts in front. */
    @ParameterizedTest
    @ValueSource(strings = {"avenc_aac aac-ms=0", "voaacenc"})
    void shouldBeWholeInAReplayWithReorderedFrames(String encoder) throws Exception {
        double lateS = (encoder.equals("voaacenc") ? 1600.0 : 1024.0) / RATE_HZ;
        SavedReplay replay;
        String description = "x264enc bframes=2 b-adapt=false key-int-max=7 ! m. audioconvert ! " + encoder
                + " bitrate=96000 ! m. matroskamux name=m ! fakesink";
        try (RecordedStage stage = new RecordedStage(
                160,
                120,
                StageRecorder.builder()
                        .timing(Timing.FRAME_BY_FRAME)
                        .pipeline(description)
                        .audio(RATE_HZ, 1, SampleFormat.S16)
                        .replay(Duration.ofSeconds(1)))) {
            sing(stage, FRAMES);
            var save = stage.recorder().saveReplay(folder.resolve("replay.mp4"));
            sing(stage, FRAMES);
            replay = save.join();
        }
        checkInEveryPlayer(replay.file(), replay.from().toNanos() / 1e9 - lateS, PACKET_S);
    }
}
