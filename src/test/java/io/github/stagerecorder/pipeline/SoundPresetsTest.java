package io.github.stagerecorder.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.SampleFormat;
import io.github.stagerecorder.encode.ChosenEncoder;
import io.github.stagerecorder.media.DecodedSound;
import io.github.stagerecorder.media.DecodedVideo;
import io.github.stagerecorder.media.PixelLayout;
import io.github.stagerecorder.settings.SoundFormat;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Picture and sound are in step in every preset's file, whatever its encoders delay. */
@Timeout(120)
class SoundPresetsTest {
    private static final int FRAMES = 75;
    private static final double TOLERANCE_MS = 1;
    private static final int SEARCHED_MS = 60;
    private static final int WHITE = 128;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "ogg, 48000, 2, S16",
        "ogv, 44100, 1, F32",
        "webm, 44100, 2, F32",
        "mkv, 48000, 2, S16",
        "mp4, 48000, 2, F32",
        "mp4, 22050, 1, S16",
        "mov, 192000, 2, S16"
    })
    void shouldBeInStep(String extension, int rateHz, int channels, SampleFormat samples) throws Exception {
        Path file = folder.resolve("stage." + extension);
        record(file, null, new SoundFormat(rateHz, channels, samples));
        assertEquals(0, offsetMs(file), TOLERANCE_MS, "the beep comes later than the flash by");
    }

    /** A file that says how long it lasts has all of it, and no more. */
    @ParameterizedTest
    @CsvSource({"mkv, 48000", "webm, 48000", "webm, 24000"})
    void shouldHaveEverySampleInOpus(String extension, int rateHz) throws Exception {
        Path file = folder.resolve("stage." + extension);
        record(file, null, new SoundFormat(rateHz, 2, SampleFormat.S16));
        assertEquals(
                FRAMES * 48_000L / FlashAndBeep.FRAMES_PER_SECOND,
                DecodedSound.of(file).samples().length,
                1);
    }

    /** An encoder of AAC may keep the end for itself. The beep lasts until the end. */
    @ParameterizedTest
    @CsvSource({"avenc_aac, 48000", "voaacenc, 48000", "voaacenc, 8000", "voaacenc, 192000"})
    void shouldHaveItsLastSoundInAac(String encoder, int rateHz) throws Exception {
        Path file = folder.resolve("stage.mp4");
        ChosenEncoder chosen = FlashAndBeep.chosen(file, null, new SoundFormat(rateHz, 2, SampleFormat.S16));
        FlashAndBeep stage = new FlashAndBeep(withSound(chosen, encoder));
        int frames = FlashAndBeep.FLASH + 6;
        stage.record(frames, false);
        assertNull(stage.end(frames).failure());
        DecodedSound sound = DecodedSound.of(file);
        double endS = (double) frames / FlashAndBeep.FRAMES_PER_SECOND;
        double latestS = endS + 1024.0 / sound.rateHz() + TOLERANCE_MS / 1000;
        assertTrue(sound.endS() >= endS && sound.endS() <= latestS, "the sound ends at " + sound.endS());
        assertTrue(sound.nextSoundS(endS - 0.01) < endS, "the beep has no end");
    }

    /** Returns what a preset uses where the first of its sound encoders is not installed. */
    private static ChosenEncoder withSound(ChosenEncoder chosen, String encoder) {
        return encoder.equals("avenc_aac")
                ? chosen
                : with(chosen, chosen.description().replaceAll("avenc_aac (bitrate=\\d+) aac-ms=0", encoder + " $1"));
    }

    private static ChosenEncoder with(ChosenEncoder chosen, String description) {
        return new ChosenEncoder(
                chosen.request(),
                description,
                chosen.input(),
                chosen.evenSize(),
                chosen.constantRate(),
                chosen.encoderNames(),
                chosen.retained(),
                chosen.mayRunEarly());
    }

    /** A preset has none; its priming is made good with them too. */
    @ParameterizedTest
    @ValueSource(strings = {"mp4", "mov"})
    void shouldBeInStepWithReorderedFramesInAPreset(String extension) throws Exception {
        Path file = folder.resolve("stage." + extension);
        ChosenEncoder chosen = FlashAndBeep.chosen(file, null, new SoundFormat(48_000, 2, SampleFormat.S16));
        FlashAndBeep stage =
                new FlashAndBeep(with(chosen, chosen.description().replace("bframes=0", "bframes=2 b-adapt=false")));
        stage.record(FRAMES, false);
        assertNull(stage.end(FRAMES).failure());
        assertEquals(0, offsetMs(file), TOLERANCE_MS, "the beep comes later than the flash by");
    }

    /** GStreamer 1.22 tells a wrong pre-skip, for which players leave out the first 0.3 s. */
    @ParameterizedTest
    @CsvSource({"mp4, mp4mux", "mov, qtmux fragment-duration=500 fragment-mode=first-moov-then-finalise"})
    void shouldHaveItsFirstSoundInOpus(String extension, String muxer) throws Exception {
        Path file = folder.resolve("stage." + extension);
        String description = "x264enc ! m. opusenc ! m. " + muxer + " name=m";
        record(file, description, new SoundFormat(48_000, 2, SampleFormat.S16));
        DecodedSound sound = DecodedSound.of(file);
        assertEquals(0, sound.startS(), 0.01);
        assertEquals(FRAMES * 48_000L / FlashAndBeep.FRAMES_PER_SECOND, sound.samples().length, 960);
        assertEquals(6.5, offsetMs(file), TOLERANCE_MS, "what the encoder puts in front");
    }

    /** Frames whose order in the file is another one move neither track, in a file that is finalised. */
    @ParameterizedTest
    @ValueSource(strings = {"mp4mux", "mp4mux fragment-duration=500 fragment-mode=first-moov-then-finalise"})
    void shouldBeInStepWithReorderedFrames(String muxer) throws Exception {
        Path file = folder.resolve("stage.mp4");
        String description = "x264enc bframes=2 ! queue max-size-time=5000000000 max-size-buffers=0 ! m. avenc_aac"
                + " aac-ms=0 ! queue max-size-time=5000000000 max-size-buffers=0 ! m. " + muxer + " name=m";
        record(file, description, new SoundFormat(48_000, 2, SampleFormat.S16));
        assertEquals(1024 / 48.0, offsetMs(file), TOLERANCE_MS, "what the encoder puts in front");
    }

    @ParameterizedTest
    @CsvSource({"flacenc", "capsfilter caps=audio/x-raw"})
    void shouldKeepEveryBitOfLosslessSound(String encoder) throws Exception {
        Path file = folder.resolve("stage.mkv");
        String description = "x264enc bframes=2 ! queue max-size-time=5000000000 max-size-buffers=0 ! m. " + encoder
                + " ! queue max-size-time=5000000000 max-size-buffers=0 ! m. matroskamux name=m";
        record(file, description, new SoundFormat(44_100, 2, SampleFormat.S16));
        float[] decoded = DecodedSound.of(file).samples();
        assertEquals(FRAMES * 44_100 / FlashAndBeep.FRAMES_PER_SECOND, decoded.length);
        for (int i = 0; i < decoded.length; i++) {
            long expected = Math.round(FlashAndBeep.beep(i, 44_100) * Short.MAX_VALUE);
            assertEquals(expected, Math.round(decoded[i] * 32768.0), "sample " + i);
        }
        assertEquals(0, offsetMs(file), TOLERANCE_MS, "the beep comes later than the flash by");
    }

    private static void record(Path file, String description, SoundFormat format) throws Exception {
        FlashAndBeep stage = new FlashAndBeep(file, description, format);
        stage.record(FRAMES, false);
        assertNull(stage.end(FRAMES).failure());
        assertEquals((long) FRAMES * format.rateHz() / FlashAndBeep.FRAMES_PER_SECOND, stage.sampleFrames());
    }

    private static double offsetMs(Path file) {
        return beepMs(file) - flashMs(file);
    }

    private static double flashMs(Path file) {
        int[] flash = {-1};
        DecodedVideo video = DecodedVideo.of(file);
        video.forEach(PixelLayout.LUMA, (index, luma) -> {
            if (flash[0] < 0 && (luma.get(0) & 0xff) > WHITE) {
                flash[0] = index;
            }
        });
        return video.timesNs().get(flash[0]) / 1e6;
    }

    /** The place where the decoded sound is most like the beep. */
    private static double beepMs(Path file) {
        DecodedSound sound = DecodedSound.of(file);
        int rateHz = sound.rateHz();
        int due = FlashAndBeep.FLASH * rateHz / FlashAndBeep.FRAMES_PER_SECOND;
        int most = SEARCHED_MS * rateHz / 1000;
        double[] beep = IntStream.range(0, rateHz / 5)
                .mapToDouble(i -> FlashAndBeep.beep(due + i, rateHz))
                .toArray();
        int best = 0;
        double likest = 0;
        for (int lag = -most; lag <= most; lag++) {
            double like = 0;
            for (int i = 0; i < beep.length; i++) {
                like += beep[i] * sound.samples()[due + lag + i];
            }
            if (like > likest) {
                likest = like;
                best = due + lag;
            }
        }
        return (sound.startS() + (double) best / rateHz) * 1000;
    }
}
