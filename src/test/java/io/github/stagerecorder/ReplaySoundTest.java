package io.github.stagerecorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.media.DecodedSound;
import java.nio.ShortBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Replays with sound: a beep in the middle of each second of the recording is where its picture is. */
class ReplaySoundTest extends OnStage {
    private static final int RATE_HZ = 48_000;
    private static final int FRAMES = 100;

    /** GStreamer's oggmux puts the first packet of Vorbis that holds samples at 0: it is the nearest one. */
    private static final double HALF_A_PACKET_S = 0.5 * 1024 / RATE_HZ;

    private static ShortBuffer beep(int samples, boolean sounds) {
        ShortBuffer beep = ShortBuffer.allocate(samples);
        for (int i = 0; sounds && i < samples; i++) {
            beep.put(i, (short) (20_000 * Math.sin(2 * Math.PI * 1000 * i / RATE_HZ)));
        }
        return beep;
    }

    private void recordWithSound(StageRecorder recorder, int first, int end) {
        for (int i = first; i < end; i++) {
            drawAndCapture(recorder, i);
            recorder.audio().write(beep(recorder.audio().samplesDue(), i % 30 == 15));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mp4", "mov", "mkv", "webm", "ogg", "ogv"})
    void shouldBeInStep(String extension) {
        Path file = folder.resolve("replay." + extension);
        try (StageRecorder recorder = recorderTo("stage." + extension)
                .audio(RATE_HZ, 1, SampleFormat.S16)
                .replay(Duration.ofSeconds(2))
                .start()) {
            recordWithSound(recorder, 0, FRAMES);
            CompletableFuture<SavedReplay> save = recorder.saveReplay(file);
            recordWithSound(recorder, FRAMES, FRAMES + 60);
            SavedReplay saved = save.join();
            ReplayFrames.check(saved, FRAMES - 1);
            checkSound(DecodedSound.of(file), saved, extension.startsWith("og") ? HALF_A_PACKET_S + 0.001 : 0.001);
        }
    }

    /** Then the muxer holds back what it has. */
    @ParameterizedTest
    @ValueSource(strings = {"mp4", "mkv", "webm", "ogg"})
    void shouldHaveAllItsSoundWhenNoMoreFramesCome(String extension) {
        Path file = folder.resolve("replay." + extension);
        try (StageRecorder recorder = recorderTo("stage." + extension)
                .audio(RATE_HZ, 1, SampleFormat.S16)
                .replay(Duration.ofSeconds(2))
                .start()) {
            recordWithSound(recorder, 0, FRAMES);
            SavedReplay saved = recorder.saveReplay(file).join();
            assertTrue(saved.duration().toMillis() >= 2000, saved::toString);
            checkSound(DecodedSound.of(file), saved, extension.equals("ogg") ? HALF_A_PACKET_S + 0.001 : 0.001);
        }
    }

    private static void checkSound(DecodedSound sound, SavedReplay saved, double toleranceS) {
        double fromS = saved.from().toNanos() / 1e9;
        double lengthS = saved.duration().toNanos() / 1e9;
        assertTrue(sound.startS() < 0.05, "sound begins at " + sound.startS());
        assertEquals(lengthS, sound.endS(), 0.05);
        for (double beepS = Math.ceil(fromS - 0.5) + 0.5; beepS < fromS + lengthS - 0.1; beepS++) {
            assertEquals(beepS, sound.nextSoundS(beepS - fromS - 0.4) + fromS, toleranceS);
        }
    }
}
