package io.github.stagerecorder;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.ShortBuffer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What can never be right throws, and what changes while a program runs returns. */
class AudioTrackTest extends OnStage {
    private static final String WITH_SOUND =
            "x264enc tune=zerolatency ! mux. audioconvert ! flacenc ! mux. matroskamux name=mux";

    private RecorderBuilder stereo() {
        return recorderTo("stage.mkv").pipeline(WITH_SOUND).audio(48_000, 2, SampleFormat.S16);
    }

    private static String refusal(Class<? extends RuntimeException> type, Executable call) {
        return assertThrows(type, call).getMessage();
    }

    private static void requireWords(String message, String... words) {
        for (String word : words) {
            assertTrue(message.contains(word), message);
        }
    }

    @Test
    void shouldRefuseFormatsOutOfRangeAtOnce() {
        RecorderBuilder builder = recorderTo("stage.mkv");
        Class<IllegalArgumentException> wrong = IllegalArgumentException.class;
        requireWords(refusal(wrong, () -> builder.audio(7_999, 2, SampleFormat.S16)), "7999", "8000", "192000");
        requireWords(refusal(wrong, () -> builder.audio(192_001, 2, SampleFormat.S16)), "192001");
        requireWords(refusal(wrong, () -> builder.audio(48_000, 0, SampleFormat.S16)), "0 channels", "1 to 8");
        requireWords(refusal(wrong, () -> builder.audio(48_000, 9, SampleFormat.S16)), "9 channels");
        requireWords(refusal(wrong, () -> builder.audioOffset(Duration.ofSeconds(-3))), "PT-3S", "PT2S");
        requireWords(refusal(wrong, () -> builder.audioOffset(Duration.ofSeconds(Long.MIN_VALUE))), "PT2S");
    }

    @Test
    void shouldRefuseAnOffsetThatWouldDoNothing() {
        Duration offset = Duration.ofMillis(20);
        Class<IllegalArgumentException> wrong = IllegalArgumentException.class;
        requireWords(refusal(wrong, stereo().audioOffset(offset)::start), "audioOffset(PT0.02S)", "FRAME_BY_FRAME");
        requireWords(refusal(wrong, recorderTo("stage.mkv").audioOffset(offset)::preflight), "requires audio(...)");
    }

    @Test
    void shouldRefuseATrackThatIsNotThere() {
        try (StageRecorder recorder = recorderTo("stage.mkv").start()) {
            requireWords(refusal(IllegalStateException.class, recorder::audio), "without audio");
            drawAndCapture(recorder, 0);
        }
    }

    @Test
    void shouldRefuseBuffersThatCanNeverBeRightAndLoseNoFrame() {
        try (StageRecorder recorder = stereo().start()) {
            drawAndCapture(recorder, 0);
            AudioTrack audio = recorder.audio();
            Class<IllegalArgumentException> wrong = IllegalArgumentException.class;
            requireWords(
                    refusal(wrong, () -> audio.write(ShortBuffer.allocate(3))), "6 bytes", "2 channels", "4 bytes");
            requireWords(refusal(wrong, () -> audio.write(ByteBuffer.allocate(5))), "5 bytes");
            requireWords(refusal(wrong, () -> audio.write(FloatBuffer.allocate(2))), "FloatBuffer", "S16");
            requireWords(
                    refusal(IllegalStateException.class, () -> audio.write(ShortBuffer.allocate(2), 0)),
                    "FRAME_BY_FRAME",
                    "write(samples)");
            assertEquals(0, recorder.stats().sound().written());
            drawAndCapture(recorder, 1);
        }
    }

    @Test
    void shouldRefuseWhatAnotherTimingNeeds() {
        try (StageRecorder recorder = stereo().timing(Timing.CALLER).start()) {
            AudioTrack audio = recorder.audio();
            Class<IllegalStateException> wrong = IllegalStateException.class;
            requireWords(refusal(wrong, () -> audio.write(ShortBuffer.allocate(2))), "CALLER", "timeNs");
            requireWords(refusal(wrong, audio::samplesDue), "CALLER", "FRAME_BY_FRAME");
            recorder.capture(0);
        }
    }

    @Test
    void shouldReadWhatRemainsInABufferAndLeaveItAsItIs() {
        try (StageRecorder recorder = stereo().start()) {
            drawAndCapture(recorder, 0);
            ShortBuffer samples = ShortBuffer.allocate(100).position(10).limit(30);
            assertEquals(10, recorder.audio().write(samples.asReadOnlyBuffer()));
            assertEquals(10, samples.position());
            assertEquals(30, samples.limit());
            assertEquals(0, recorder.audio().write(ShortBuffer.allocate(0)));
        }
    }

    @Test
    void shouldReturnAndCountWhenTheRecordingHasEnded() {
        StageRecorder recorder = stereo().start();
        drawAndCapture(recorder, 0);
        recorder.close();
        assertEquals(0, recorder.audio().write(ShortBuffer.allocate(20)));
        assertEquals(0, recorder.audio().samplesDue());
        assertEquals(10, recorder.stats().sound().closed());
        assertDoesNotThrow(recorder::close);
    }

    @Test
    void shouldReturnAndCountWhatWaitsForRoomAtTheEnd() throws InterruptedException {
        StageRecorder recorder = stereo().start();
        drawAndCapture(recorder, 0);
        Thread writer = new Thread(() -> recorder.audio().write(ShortBuffer.allocate(2 * 3 * 48_000)));
        writer.start();
        while (writer.getState() != Thread.State.TIMED_WAITING) {
            Thread.sleep(1);
        }
        recorder.close();
        writer.join();
        RecordedSound sound = recorder.stats().sound();
        assertTrue(sound.closed() > 0, sound::toString);
        assertEquals(0, sound.paused() + sound.overflow(), sound::toString);
    }

    /** No frame makes room any more. Writes that waited would be too many for this test's time. */
    @ParameterizedTest
    @EnumSource(names = {"FRAME_BY_FRAME", "CALLER"})
    void shouldReturnAtOnceAndCountWhenTheEncoderHasFailed(Timing timing) {
        StageRecorder recorder = stereo().timing(timing)
                .pipeline("identity error-after=20 ! " + WITH_SOUND)
                .start();
        long timeNs = 0;
        while (captureAt(recorder, timing, timeNs) != CaptureResult.FAILED) {
            writeAt(recorder, timing, timeNs, 1_600);
            timeNs += 1_000_000_000L / 30;
        }
        long before = recorder.stats().sound().failed();
        for (int i = 0; i < 20; i++) {
            assertEquals(0, writeAt(recorder, timing, timeNs, 48_000));
        }
        RecordedSound sound = recorder.stats().sound();
        assertEquals(20 * 48_000, sound.failed() - before, sound::toString);
        assertEquals(0, sound.overflow(), sound::toString);
        assertThrows(RecordingException.class, recorder::close);
    }

    private CaptureResult captureAt(StageRecorder recorder, Timing timing, long timeNs) {
        stage.draw(0, 0);
        return timing == Timing.CALLER ? recorder.capture(timeNs) : recorder.capture();
    }

    private static int writeAt(StageRecorder recorder, Timing timing, long timeNs, int count) {
        ShortBuffer samples = ShortBuffer.allocate(2 * count);
        AudioTrack audio = recorder.audio();
        return timing == Timing.CALLER ? audio.write(samples, timeNs) : audio.write(samples);
    }

    @Test
    void shouldReturnAndCountWhenTheRecordingIsPaused() {
        try (StageRecorder recorder = stereo().start()) {
            drawAndCapture(recorder, 0);
            recorder.audio().write(ShortBuffer.allocate(2 * recorder.audio().samplesDue()));
            recorder.pause();
            assertEquals(10, recorder.audio().write(ShortBuffer.allocate(20)));
            assertEquals(10, recorder.stats().sound().paused());
            recorder.resume();
            drawAndCapture(recorder, 1);
        }
    }
}
