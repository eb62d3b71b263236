package io.github.stagerecorder.recording;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.stagerecorder.AudioTrack;
import io.github.stagerecorder.RecorderBuilder;
import io.github.stagerecorder.SampleFormat;
import io.github.stagerecorder.Stats;
import io.github.stagerecorder.media.DecodedSound;
import io.github.stagerecorder.media.Ffprobe;
import java.nio.ShortBuffer;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sound in real files, from the application's write to what a player decodes. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class SoundFilesTest {
    private static final int WIDTH_PX = 160;
    private static final int HEIGHT_PX = 120;
    private static final int FRAMES = 90;

    @TempDir
    private Path folder;

    private static ShortBuffer noise(int samples, Random random) {
        ShortBuffer noise = ShortBuffer.allocate(samples);
        while (noise.hasRemaining()) {
            noise.put((short) random.nextInt());
        }
        return noise.flip();
    }

    @ParameterizedTest
    @CsvSource({"flacenc, 30000, 1001, 44100", "flacenc, 30, 1, 48000", "identity, 30000, 1001, 44100"})
    void shouldHaveEverySampleBitForBitFrameByFrame(String encoder, int numerator, int denominator, int rateHz) {
        Path file = folder.resolve("stage.mkv");
        RecorderBuilder options = RecordedStage.everyFrame(file)
                .frameRate(numerator, denominator)
                .audio(rateHz, 2, SampleFormat.S16)
                .pipeline("x264enc speed-preset=ultrafast ! mux. audioconvert ! " + encoder
                        + " ! mux. matroskamux name=mux");
        ShortBuffer written = ShortBuffer.allocate(2 * 5 * rateHz);
        Random random = new Random(1);
        try (RecordedStage stage = new RecordedStage(WIDTH_PX, HEIGHT_PX, options)) {
            for (int i = 0; i < FRAMES; i++) {
                stage.record(1);
                ShortBuffer block = noise(2 * stage.recorder().audio().samplesDue(), random);
                stage.recorder().audio().write(block);
                written.put(block);
            }
            Stats stats = stage.end();
            assertEquals(0, stats.sound().silence(), stats.sound().toString());
        }
        float[] expected = new float[written.flip().remaining() / 2];
        for (int i = 0; i < expected.length; i++) {
            expected[i] = written.get(2 * i) / 32768f; // the left channel
        }
        assertEquals((long) FRAMES * rateHz * denominator / numerator, expected.length);
        assertArrayEquals(expected, DecodedSound.of(file).samples());
    }

    /** An encoder of Opus takes 48 kHz only, and a file says how long it lasts. */
    @ParameterizedTest
    @ValueSource(strings = {"stage.mkv", "stage.webm"})
    void shouldHaveEverySampleInOpusAtAnOddRateFrameByFrame(String name) {
        Path file = folder.resolve(name);
        int rateHz = 44_100;
        RecorderBuilder options =
                RecordedStage.everyFrame(file).frameRate(30_000, 1001).audio(rateHz, 2, SampleFormat.S16);
        Random random = new Random(1);
        try (RecordedStage stage = new RecordedStage(WIDTH_PX, HEIGHT_PX, options)) {
            for (int i = 0; i < FRAMES; i++) {
                stage.record(1);
                AudioTrack audio = stage.recorder().audio();
                audio.write(noise(2 * audio.samplesDue(), random));
            }
            assertEquals(
                    FRAMES * (long) rateHz * 1001 / 30_000, stage.end().sound().recorded());
        }
        assertEquals(FRAMES * 48_000.0 * 1001 / 30_000, DecodedSound.of(file).samples().length, 1);
    }

    /** A click at each tenth frame; both are to be seen and heard at the same time. */
    @ParameterizedTest
    @ValueSource(strings = {"stage.mp4", "stage.mov", "stage.mkv", "stage.webm", "stage.ogg"})
    void shouldBeInStepInEveryPreset(String name) {
        Path file = folder.resolve(name);
        RecorderBuilder options = RecordedStage.everyFrame(file).audio(48_000, 1, SampleFormat.S16);
        try (RecordedStage stage = new RecordedStage(WIDTH_PX, HEIGHT_PX, options)) {
            for (int i = 0; i < FRAMES; i++) {
                stage.record(1);
                stage.recorder().audio().write(beep(stage.recorder().audio().samplesDue(), i % 30 == 15));
            }
            stage.end();
        }
        assertEquals(FRAMES, Ffprobe.frameTicks(file).size());
        DecodedSound sound = DecodedSound.of(file);
        assertEquals(FRAMES / 30.0, sound.endS(), 0.05);
        for (int second = 0; second < FRAMES / 30; second++) {
            assertEquals(second + 0.5, sound.nextSoundS(second), 0.001);
        }
    }

    private static ShortBuffer beep(int samples, boolean sounds) {
        ShortBuffer beep = ShortBuffer.allocate(samples);
        for (int i = 0; sounds && i < samples; i++) {
            beep.put(i, (short) (20_000 * Math.sin(2 * Math.PI * 1000 * i / 48_000)));
        }
        return beep;
    }

    @Test
    void shouldHoldUpNoFrameWhenNoSoundComes() {
        Path file = folder.resolve("stage.mp4");
        RecorderBuilder options = RecordedStage.everyFrame(file).audio(48_000, 2, SampleFormat.F32);
        try (RecordedStage stage = new RecordedStage(WIDTH_PX, HEIGHT_PX, options)) {
            stage.record(300);
            Stats stats = stage.end();
            assertEquals(300, stats.delivered());
            assertEquals(480_000, stats.sound().silence());
        }
        assertEquals(10, DecodedSound.of(file).endS(), 0.05);
    }
}
