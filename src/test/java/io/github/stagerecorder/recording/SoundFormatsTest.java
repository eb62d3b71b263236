package io.github.stagerecorder.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.AudioTrack;
import io.github.stagerecorder.Outcome;
import io.github.stagerecorder.Preflight;
import io.github.stagerecorder.RecorderBuilder;
import io.github.stagerecorder.RecordingException;
import io.github.stagerecorder.SampleFormat;
import io.github.stagerecorder.media.DecodedSound;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every preset records every rate and number of channels, or refuses it at the start. */
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class SoundFormatsTest {
    private static final int FPS = 30;
    private static final double LOW_HZ = 80; // which a channel for low frequencies keeps

    @TempDir
    private Path folder;

    /** What a channel plays at a sample frame. */
    @FunctionalInterface
    private interface Sound {
        double at(int channel, long sampleFrame);
    }

    private RecorderBuilder options(String format, int rateHz, int channels) {
        return RecordedStage.everyFrame(folder.resolve("stage." + format))
                .frameRate(FPS)
                .audio(rateHz, channels, SampleFormat.F32);
    }

    private static void record(RecorderBuilder options, int channels, int frames, Sound sound) {
        try (RecordedStage stage = new RecordedStage(160, 120, options)) {
            AudioTrack audio = stage.recorder().audio();
            long written = 0;
            for (int i = 0; i < frames; i++) {
                stage.record(1);
                FloatBuffer block = FloatBuffer.allocate(audio.samplesDue() * channels);
                for (; block.hasRemaining(); written++) {
                    for (int channel = 0; channel < channels; channel++) {
                        block.put((float) sound.at(channel, written));
                    }
                }
                audio.write(block.flip());
            }
            Outcome outcome = stage.recorder().finish().join();
            assertEquals(Outcome.Status.COMPLETE, outcome.status(), outcome::toString);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mp4", "mov", "mkv", "webm", "ogg"})
    void shouldBeInStepAtEveryRate(String format) {
        for (int rateHz : new int[] {8_000, 11_025, 22_050, 44_100, 96_000, 192_000}) {
            double beginsAt = rateHz * 0.5;
            record(
                    options(format, rateHz, 1).overwrite(true),
                    1,
                    30,
                    (channel, at) -> at < beginsAt ? 0 : 0.6 * Math.sin(2 * Math.PI * 1000 * (at - beginsAt) / rateHz));
            DecodedSound sound = DecodedSound.of(folder.resolve("stage." + format));
            assertEquals(0.5, sound.nextSoundS(0), 0.001, rateHz + " Hz");
            assertEquals(1, sound.endS(), 0.1, rateHz + " Hz");
        }
    }

    /** The channels play one after the other. */
    @ParameterizedTest
    @CsvSource({
        "mp4, 1", "mp4, 2", "mp4, 3", "mp4, 4", "mp4, 5", "mp4, 6", "mov, 2", "mov, 5", "mov, 6", "mkv, 1", "mkv, 2",
        "mkv, 3", "mkv, 4", "mkv, 5", "mkv, 6", "mkv, 8", "webm, 3", "webm, 4", "webm, 5", "webm, 6", "webm, 8",
        "ogg, 1", "ogg, 2", "ogg, 3", "ogg, 4", "ogg, 5", "ogg, 6", "ogg, 8"
    })
    void shouldKeepTheOrderOfTheChannels(String format, int channels) {
        int rateHz = 48_000;
        int turn = rateHz / 4;
        record(
                options(format, rateHz, channels),
                channels,
                (channels + 1) * FPS / 4 + 1,
                (channel, at) -> at / turn == channel ? 0.5 * Math.sin(2 * Math.PI * LOW_HZ * at / rateHz) : 0);
        String heard = "";
        String expected = "";
        for (int channel = 0; channel < channels; channel++) {
            DecodedSound sound = DecodedSound.of(folder.resolve("stage." + format), channel);
            for (int whose = 0; whose < channels; whose++) {
                heard += level(power(sound, (whose + 0.3) / 4, (whose + 0.7) / 4));
                expected += level(whose == channel ? 0.125 : 0);
            }
        }
        assertEquals(expected, heard, "a row of " + channels + " turns for each channel");
    }

    /** Codecs change how loud a channel for low frequencies is. */
    private static String level(double power) {
        return power > 0.07 ? "X" : power < 0.01 ? "." : "?";
    }

    private static double power(DecodedSound sound, double fromS, double toS) {
        int first = (int) ((fromS - sound.startS()) * sound.rateHz());
        int end = (int) ((toS - sound.startS()) * sound.rateHz());
        double sum = 0;
        for (int i = first; i < end; i++) {
            sum += sound.samples()[i] * sound.samples()[i];
        }
        return sum / (end - first);
    }

    @ParameterizedTest
    @CsvSource({"mp4, 123456", "mov, 123456", "mkv, 1234568", "webm, 1234568", "ogg, 1234568"})
    void shouldRecordOrRefuseEveryNumberOfChannels(String format, String taken) {
        String recorded = "";
        for (int count = 1; count <= 8; count++) {
            int channels = count;
            RecorderBuilder options = options(format, 48_000, channels).overwrite(true);
            Preflight preflight = options.size(160, 120).preflight();
            try {
                record(options, channels, 10, (channel, at) -> 0);
                assertTrue(preflight.canRecord(), preflight::toString);
                recorded += channels;
            } catch (RecordingException e) {
                assertTrue(e.getMessage().contains(channels + " channels"), e.getMessage());
                assertTrue(!preflight.canRecord(), preflight::toString);
            }
        }
        assertEquals(taken, recorded, "the numbers of channels that are recorded");
    }

    /** An encoder of AAC ends at what is not a number, and a resampler would spread it. */
    @ParameterizedTest
    @ValueSource(strings = {"mp4", "mkv", "webm", "ogg"})
    void shouldRecordWhatIsNotANumberAsSilence(String format) {
        float[] odd = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.MAX_VALUE};
        record(
                options(format, 48_000, 1),
                1,
                45,
                (channel, at) -> at < 24_000 && at % 100 < 4 ? odd[(int) at % 100] : 0);
        DecodedSound sound = DecodedSound.of(folder.resolve("stage." + format));
        assertEquals(1.5, sound.endS(), 0.1);
        assertEquals(0, power(sound, 0.7, 1.4), 0.001);
    }
}
