package io.github.stagerecorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.media.DecodedSound;
import java.nio.ShortBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Replays with sound: a beep in the middle of each second of the recording is where its picture is. */
class ReplaySoundTest extends OnStage {
    private static final int RATE_HZ = 48_000;
    private static final int FRAMES = 100;
    private static final int CUT = 91; // so that the first packet of Opus begins within 6.5 ms of the first picture

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
            checkSound(DecodedSound.of(file), saved);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "vp8enc deadline=1 keyframe-max-dist=7, opusenc, webmmux, webm mkv ogg mov",
        "vp9enc deadline=1 cpu-used=8 keyframe-max-dist=7, opusenc, webmmux, webm mkv",
        "vp9enc deadline=1 cpu-used=8 keyframe-max-dist=7, vorbisenc, webmmux, webm mkv",
        "vp8enc deadline=1 keyframe-max-dist=7, vorbisenc, webmmux, webm mkv ogg",
        "theoraenc keyframe-freq=7 keyframe-force=7, opusenc, oggmux max-page-delay=1, ogg mkv",
        "theoraenc keyframe-freq=7 keyframe-force=7, vorbisenc, matroskamux, ogg mkv",
        "x264enc key-int-max=7 bframes=2 b-adapt=false, opusenc, matroskamux, mkv mp4 mov",
        "x265enc key-int-max=7 ! h265parse, opusenc, matroskamux, mkv mp4 mov",
        "x264enc key-int-max=7 bframes=0, flacenc, matroskamux, mkv",
        "x264enc key-int-max=7 bframes=0, capsfilter caps=audio/x-raw, qtmux, mov mkv",
    })
    void shouldBeInStepInEveryContainer(String video, String sound, String muxer, String extensions) {
        List<CompletableFuture<SavedReplay>> saves;
        String pipeline = video + " ! mux. audioconvert ! " + sound + " ! mux. " + muxer + " name=mux";
        try (StageRecorder recorder = StageRecorder.builder()
                .timing(Timing.FRAME_BY_FRAME)
                .pipeline(pipeline + " ! fakesink")
                .audio(RATE_HZ, 1, SampleFormat.S16)
                .replay(Duration.ofSeconds(2))
                .start()) {
            recordWithSound(recorder, 0, CUT);
            saves = Stream.of(extensions.split(" "))
                    .map(extension -> recorder.saveReplay(folder.resolve("replay." + extension)))
                    .toList();
            recordWithSound(recorder, CUT, FRAMES);
        }
        saves.forEach(save -> check(save.join()));
    }

    private static void check(SavedReplay saved) {
        int last = Math.toIntExact(Math.round(saved.to().toNanos() * 30 / 1e9)) - 1;
        ReplayFrames.check(saved, last);
        checkSound(DecodedSound.of(saved.file()), saved);
    }

    /** Then the muxer holds back what it has. What the sound's encoder still holds is in no file: of Vorbis, two blocks. */
    @ParameterizedTest
    @CsvSource({"mp4, 0.05", "mkv, 0.05", "webm, 0.05", "ogg, 0.0854"})
    void shouldHaveAllSoundThatIsEncodedWhenNoMoreFramesCome(String extension, double mostMissingS) {
        Path file = folder.resolve("replay." + extension);
        try (StageRecorder recorder = recorderTo("stage." + extension)
                .audio(RATE_HZ, 1, SampleFormat.S16)
                .replay(Duration.ofSeconds(2))
                .start()) {
            recordWithSound(recorder, 0, FRAMES);
            SavedReplay saved = recorder.saveReplay(file).join();
            assertTrue(saved.duration().toMillis() >= 2000, saved::toString);
            checkSound(DecodedSound.of(file), saved, mostMissingS);
        }
    }

    private static void checkSound(DecodedSound sound, SavedReplay saved) {
        checkSound(sound, saved, 0.05);
    }

    private static void checkSound(DecodedSound sound, SavedReplay saved, double mostMissingS) {
        double fromS = saved.from().toNanos() / 1e9;
        double lengthS = saved.duration().toNanos() / 1e9;
        assertTrue(sound.startS() < 0.05, "sound begins at " + sound.startS());
        assertEquals(lengthS, sound.endS(), mostMissingS);
        for (double beepS = Math.ceil(fromS - 0.5) + 0.5; beepS < fromS + lengthS - 0.1; beepS++) {
            assertEquals(beepS, sound.nextSoundS(beepS - fromS - 0.4) + fromS, 0.001);
        }
    }
}
