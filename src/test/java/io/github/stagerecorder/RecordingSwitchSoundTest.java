package io.github.stagerecorder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.media.DecodedSound;
import io.github.stagerecorder.media.DecodedVideo;
import java.nio.ShortBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** One track serves all recordings of a switch, and what is written between them is discarded and counted. */
class RecordingSwitchSoundTest extends OnSwitch {
    private static final int RATE_HZ = 48_000;
    private static final int FRAME_SAMPLES = RATE_HZ / 30;
    private static final String EXACT =
            "x264enc speed-preset=ultrafast ! mux. audioconvert ! flacenc ! mux. matroskamux name=mux";

    private RecordingSwitch frameByFrame() {
        return switchInto(folder)
                .options(o -> o.timing(Timing.FRAME_BY_FRAME)
                        .listener(told, Runnable::run)
                        .pipeline(EXACT)
                        .audio(RATE_HZ, 1, SampleFormat.S16))
                .create();
    }

    private static ShortBuffer level(int count, int level) {
        ShortBuffer sound = ShortBuffer.allocate(count);
        while (sound.hasRemaining()) {
            sound.put((short) level);
        }
        return sound.flip();
    }

    /** Records a clip of so many frames, whose sound has the level. */
    private void recordClip(RecordingSwitch recording, int level) {
        AudioTrack audio = recording.audio();
        startAndAwait(recording);
        audio.write(level(audio.samplesDue(), level));
        for (int i = 0; i < 20; i++) {
            paint(recording);
            audio.write(level(audio.samplesDue(), level));
        }
        int ended = told.ended.size();
        recording.stop();
        paintUntil(recording, () -> told.ended.size() > ended);
    }

    private void assertClip(Path file, int level) {
        int frames = DecodedVideo.of(file).frameNumbers().size();
        assertTrue(frames > 20, frames + " frames");
        float[] expected = new float[frames * FRAME_SAMPLES];
        Arrays.fill(expected, level / 32768f);
        assertArrayEquals(expected, DecodedSound.of(file).samples());
    }

    @Test
    void shouldRecordTheSoundOfEachClipAloneFrameByFrame() {
        RecordingSwitch recording = frameByFrame();
        AudioTrack audio = recording.audio();
        try (recording) {
            assertEquals(0, audio.samplesDue());
            assertEquals(500, audio.write(level(500, 30_000)));
            recordClip(recording, 1000);
            assertEquals(700, audio.write(level(700, 30_000)));
            recordClip(recording, 2000);
            assertEquals(0, audio.samplesDue());
            assertEquals(1200, recording.discardedSampleFrames());
        }
        assertEquals(300, audio.write(level(300, 30_000)));
        assertEquals(1500, recording.discardedSampleFrames());
        assertClip(told.started.get(0).path(), 1000);
        assertClip(told.started.get(1).path(), 2000);
    }

    /** Whether it is on or off, a replay has the sound of its frames. */
    @Test
    void shouldSaveReplaysWithTheirSound() {
        try (RecordingSwitch recording = switchInto(folder)
                .replay(Duration.ofSeconds(1))
                .options(o -> o.timing(Timing.FRAME_BY_FRAME)
                        .listener(told, Runnable::run)
                        .pipeline(EXACT)
                        .audio(RATE_HZ, 1, SampleFormat.S16))
                .create()) {
            paintUntil(recording, () -> recording.audio().samplesDue() > 0);
            assertSound(saveAfterSound(recording));
            startAndAwait(recording);
            assertSound(saveAfterSound(recording));
        }
    }

    private SavedReplay saveAfterSound(RecordingSwitch recording) {
        paintWithSound(recording, 100);
        CompletableFuture<SavedReplay> save = recording.saveReplay();
        while (!save.isDone()) {
            paintWithSound(recording, 1);
        }
        return save.join();
    }

    private void paintWithSound(RecordingSwitch recording, int frames) {
        for (int i = 0; i < frames; i++) {
            paint(recording);
            recording.audio().write(level(recording.audio().samplesDue(), 1000));
        }
    }

    private static void assertSound(SavedReplay saved) {
        float[] samples = DecodedSound.of(saved.file()).samples();
        float[] expected = new float[samples.length];
        Arrays.fill(expected, 1000 / 32768f);
        assertArrayEquals(expected, samples);
        assertEquals(saved.duration().toNanos() / 1e9, (double) samples.length / RATE_HZ, 0.2, "blocks of FLAC");
    }

    /** A sound card's thread writes all the time, and knows nothing of the switch. */
    @Test
    void shouldLetAThreadWriteThroughSeveralClipsInRealTime() {
        AtomicBoolean playing = new AtomicBoolean(true);
        RecordingSwitch recording = switchInto(folder)
                .options(o -> o.listener(told, Runnable::run).audio(RATE_HZ, 1, SampleFormat.S16))
                .create();
        CompletableFuture<Void> player = CompletableFuture.runAsync(() -> play(recording.audio(), playing));
        try (recording) {
            for (int clip = 0; clip < 2; clip++) {
                startAndAwait(recording);
                paint(recording, 200);
                recording.stop();
                int ended = clip + 1;
                paintUntil(recording, () -> told.ended.size() == ended);
            }
        } finally {
            playing.set(false);
            player.join();
        }
        assertTrue(recording.discardedSampleFrames() > 0);
        for (int clip = 0; clip < 2; clip++) {
            assertSoundIsAsLong(told.started.get(clip).path(), told.ended.get(clip));
        }
    }

    /** Frames that a busy machine drops at the end of a clip have sound and no picture. */
    private static void assertSoundIsAsLong(Path file, Outcome outcome) {
        DecodedSound sound = DecodedSound.of(file);
        assertEquals(0, sound.startS(), 0.01);
        assertTrue(sound.nextSoundS(0) < 0.2, "the sound begins at " + sound.nextSoundS(0));
        double longerS = sound.endS() - videoEndS(file);
        double droppedS = outcome.stats().dropped() / 30.0;
        assertTrue(
                longerS > -0.1 && longerS < 0.1 + droppedS, () -> longerS + " s longer than the picture: " + outcome);
    }

    private static void play(AudioTrack audio, AtomicBoolean playing) {
        long beginNs = System.nanoTime();
        for (long written = 0; playing.get(); LockSupport.parkNanos(5_000_000)) {
            int count = (int) ((System.nanoTime() - beginNs) * RATE_HZ / 1_000_000_000L - written);
            assertEquals(count, audio.write(level(count, 10_000)));
            written += count;
        }
    }

    private static double videoEndS(Path file) {
        return DecodedVideo.of(file).info().packetNs().stream()
                        .mapToLong(Long::longValue)
                        .max()
                        .orElseThrow()
                / 1e9;
    }

    @Test
    void shouldRefuseATrackThatIsNotThere() {
        try (RecordingSwitch recording = switchInto(folder).create()) {
            IllegalStateException refusal = assertThrows(IllegalStateException.class, recording::audio);
            assertTrue(refusal.getMessage().contains("no audio(rateHz"), refusal.getMessage());
        }
    }
}
