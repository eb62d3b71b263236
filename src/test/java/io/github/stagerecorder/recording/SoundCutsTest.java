package io.github.stagerecorder.recording;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.AudioTrack;
import io.github.stagerecorder.RecorderBuilder;
import io.github.stagerecorder.ResizePolicy;
import io.github.stagerecorder.SampleFormat;
import io.github.stagerecorder.StageRecorder;
import io.github.stagerecorder.Stats;
import io.github.stagerecorder.Timing;
import io.github.stagerecorder.media.DecodedSound;
import io.github.stagerecorder.media.Ffprobe;
import java.nio.ShortBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A pause and a new file cut the pictures and the sound at the same time, as decoded files show. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class SoundCutsTest {
    private static final int WIDTH_PX = 160;
    private static final int HEIGHT_PX = 120;
    private static final int FPS = 30;
    private static final int RATE_HZ = 48_000;
    private static final int FRAME_SAMPLES = RATE_HZ / FPS;
    private static final double FRAME_S = 1.0 / FPS;
    private static final String EXACT =
            "x264enc speed-preset=ultrafast ! mux. audioconvert ! flacenc ! mux. " + "matroskamux name=mux";

    @TempDir
    private Path folder;

    private RecorderBuilder everyFrame(String name) {
        return RecordedStage.everyFrame(folder.resolve(name)).audio(RATE_HZ, 1, SampleFormat.S16);
    }

    /** The sound of a frame is a level of its own, so that it is known again. */
    private static short level(int frame) {
        return (short) (100 * (frame + 1));
    }

    private static ShortBuffer sound(int samples, short level) {
        ShortBuffer sound = ShortBuffer.allocate(samples);
        while (sound.hasRemaining()) {
            sound.put(level);
        }
        return sound.flip();
    }

    private static void record(RecordedStage stage, int first, int count) {
        AudioTrack audio = stage.recorder().audio();
        for (int frame = first; frame < first + count; frame++) {
            stage.record(1);
            audio.write(sound(audio.samplesDue(), level(frame)));
        }
    }

    private static void assertPictures(Path file, int count) {
        Ffprobe info = Ffprobe.of(file);
        List<Long> ticks = Ffprobe.frameTicks(file);
        assertEquals(count, ticks.size());
        for (int i = 0; i < count; i++) {
            assertEquals(i * FRAME_S, info.timeBase().ticksToNs(ticks.get(i)) / 1e9, 0.001);
        }
    }

    private static void assertSound(Path file, int first, int count) {
        DecodedSound sound = DecodedSound.of(file);
        float[] expected = new float[count * FRAME_SAMPLES];
        for (int i = 0; i < expected.length; i++) {
            expected[i] = level(first + i / FRAME_SAMPLES) / 32768f;
        }
        assertEquals(0, sound.startS(), 0.0005);
        assertArrayEquals(expected, sound.samples());
    }

    @Test
    void shouldCutBothAtAPauseFrameByFrame() {
        try (RecordedStage stage =
                new RecordedStage(WIDTH_PX, HEIGHT_PX, everyFrame("stage.mkv").pipeline(EXACT))) {
            record(stage, 0, 20);
            stage.recorder().pause();
            stage.paint();
            stage.recorder().audio().write(sound(7 * FRAME_SAMPLES, (short) 30_000));
            stage.recorder().resume();
            record(stage, 20, 20);
            Stats stats = stage.end();
            assertEquals(7 * FRAME_SAMPLES, stats.sound().paused());
        }
        assertPictures(folder.resolve("stage.mkv"), 40);
        assertSound(folder.resolve("stage.mkv"), 0, 40);
    }

    @Test
    void shouldCutBothAtANewFile() {
        RecorderBuilder options = everyFrame("stage.mkv").pipeline(EXACT).onResize(ResizePolicy.NEW_FILE);
        try (RecordedStage stage = new RecordedStage(WIDTH_PX, HEIGHT_PX, options)) {
            record(stage, 0, 20);
            stage.resize(2 * WIDTH_PX, 2 * HEIGHT_PX);
            record(stage, 20, 30);
            stage.resize(WIDTH_PX, HEIGHT_PX);
            record(stage, 50, 10);
            stage.end();
        }
        int first = 0;
        for (Part part : List.of(new Part("stage.mkv", 20), new Part("stage-2.mkv", 30), new Part("stage-3.mkv", 10))) {
            assertPictures(folder.resolve(part.name), part.frames);
            assertSound(folder.resolve(part.name), first, part.frames);
            first += part.frames;
        }
    }

    /** The thread waits for room when the file changes, and looks at nothing that its writes return. */
    @Test
    void shouldCutBothAtANewFileWhereAThreadWritesAhead() throws InterruptedException {
        RecorderBuilder options = everyFrame("stage.mkv").pipeline(EXACT).onResize(ResizePolicy.NEW_FILE);
        try (RecordedStage stage = new RecordedStage(WIDTH_PX, HEIGHT_PX, options)) {
            Thread writer = new Thread(() -> writeAhead(stage.recorder().audio(), 105));
            writer.start();
            stage.record(45);
            while (writer.getState() != Thread.State.TIMED_WAITING) {
                Thread.sleep(1);
            }
            stage.resize(2 * WIDTH_PX, 2 * HEIGHT_PX);
            stage.record(60);
            writer.join();
            Stats stats = stage.end();
            assertEquals(
                    105 * FRAME_SAMPLES, stats.sound().recorded(), stats.sound().toString());
        }
        assertPictures(folder.resolve("stage.mkv"), 45);
        assertSound(folder.resolve("stage.mkv"), 0, 45);
        assertPictures(folder.resolve("stage-2.mkv"), 60);
        assertSound(folder.resolve("stage-2.mkv"), 45, 60);
    }

    private static void writeAhead(AudioTrack audio, int frames) {
        int blockFrames = FPS / 2;
        for (int first = 0; first < frames; first += blockFrames) {
            ShortBuffer block = ShortBuffer.allocate(blockFrames * FRAME_SAMPLES);
            for (int frame = first; frame < first + blockFrames; frame++) {
                block.put(sound(FRAME_SAMPLES, level(frame)));
            }
            audio.write(block.flip());
        }
    }

    private record Part(String name, int frames) {}

    @ParameterizedTest
    @ValueSource(strings = {"mp4", "mov", "mkv", "webm", "ogg"})
    void shouldBeginBothAtZeroInEveryFileOfAPreset(String format) {
        RecorderBuilder options = everyFrame("stage." + format).onResize(ResizePolicy.NEW_FILE);
        short loud = 16_000;
        try (RecordedStage stage = new RecordedStage(WIDTH_PX, HEIGHT_PX, options)) {
            for (int frame = 0; frame < 60; frame++) {
                if (frame == 30) {
                    stage.resize(2 * WIDTH_PX, 2 * HEIGHT_PX);
                }
                stage.record(1);
                AudioTrack audio = stage.recorder().audio();
                audio.write(sound(audio.samplesDue(), frame % 30 >= 15 ? loud : 0));
            }
            stage.end();
        }
        for (String name : List.of("stage.", "stage-2.")) {
            Path file = folder.resolve(name + format);
            assertPictures(file, 30);
            DecodedSound sound = DecodedSound.of(file);
            assertEquals(0.5, sound.nextSoundS(0), 0.001);
            assertEquals(1, sound.endS(), 0.05);
        }
    }

    /** The caller's clock goes on during the pause. */
    @Test
    void shouldCutBothAtAPauseByTheCallersClock() {
        RecorderBuilder options = everyFrame("stage.mkv").timing(Timing.CALLER).pipeline(EXACT);
        try (RecordedStage stage = new RecordedStage(WIDTH_PX, HEIGHT_PX, options)) {
            AudioTrack audio = stage.recorder().audio();
            for (int frame = 0; frame < 60; frame++) {
                if (frame == 20) {
                    stage.recorder().pause();
                } else if (frame == 35) {
                    stage.recorder().resume();
                }
                long timeNs = 7_000_000_000L + frame * 1_000_000_000L / FPS;
                stage.paintAt(timeNs);
                audio.write(sound(FRAME_SAMPLES, level(frame < 20 ? frame : frame - 15)), timeNs);
            }
            Stats stats = stage.end();
            assertEquals(15 * FRAME_SAMPLES, stats.sound().paused());
            assertEquals(0, stats.sound().silence(), stats.sound().toString());
        }
        assertPictures(folder.resolve("stage.mkv"), 45);
        assertSound(folder.resolve("stage.mkv"), 0, 45);
    }

    /** What is loud was written during the pause; the sound that ends it is in the file. */
    @Test
    void shouldCutBothAtAPauseInRealTime() throws InterruptedException {
        Path file = folder.resolve("stage.mkv");
        RecorderBuilder options =
                StageRecorder.builder(file).timing(Timing.REAL_TIME).audio(RATE_HZ, 1, SampleFormat.S16);
        Stats stats;
        try (RecordedStage stage = new RecordedStage(WIDTH_PX, HEIGHT_PX, options)) {
            writeInRealTime(stage, (short) 0);
            stage.recorder().pause();
            writeInRealTime(stage, (short) 30_000);
            stage.recorder().resume();
            writeInRealTime(stage, (short) 0);
            stats = stage.end();
        }
        DecodedSound sound = DecodedSound.of(file);
        assertEquals(Double.POSITIVE_INFINITY, sound.nextSoundS(0));
        assertTrue(stats.sound().paused() > RATE_HZ / 4, stats.sound().toString());
        List<Long> ticks = Ffprobe.frameTicks(file);
        double lastS = Ffprobe.of(file).timeBase().ticksToNs(ticks.get(ticks.size() - 1)) / 1e9;
        assertEquals(lastS, sound.endS(), 0.1);
    }

    private static void writeInRealTime(RecordedStage stage, short level) throws InterruptedException {
        long beginNs = System.nanoTime();
        long written = 0;
        for (long nowNs = 0; nowNs < 700_000_000L; nowNs = System.nanoTime() - beginNs) {
            int count = (int) (nowNs * RATE_HZ / 1_000_000_000L - written);
            stage.recorder().audio().write(sound(count, level));
            written += count;
            stage.paint();
            Thread.sleep(10);
        }
    }
}
