package io.github.stagerecorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.media.DecodedVideo;
import io.github.stagerecorder.media.Ffprobe;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With constantRate(true) every frame of the file has one interval, whenever the stage was painted. */
class ConstantRateTest extends OnStage {
    private static final long MS = 1_000_000;
    private static final int FPS = 25;
    private static final long INTERVAL_NS = 1_000_000_000L / FPS;

    private long nowNs = 77 * MS;

    /** Paints 30 frames at uneven times, and now and then after a gap of 1 to 6 intervals. */
    private void paintUnevenly(StageRecorder recorder, List<Integer> expected) {
        int at = 0;
        for (int i = 0; i < 30; i++) {
            int next = at + (i % 5 == 4 ? 2 + i / 5 : 1);
            paint(recorder, next, i * 7 % 21 - 10, i);
            for (int missing = at; i > 0 && missing < next - 1; missing++) {
                expected.add(i - 1);
            }
            expected.add(i);
            at = next;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ogg", "ogv", "webm", "mkv", "mp4", "mov"})
    void shouldRepeatAndSkipPicturesInRealTime(String extension) {
        Path file = folder.resolve("stage." + extension);
        List<Integer> expected = new ArrayList<>();
        Stats stats;
        try (StageRecorder recorder =
                realTime("stage." + extension).constantRate(true).start()) {
            paintUnevenly(recorder, expected);
            nowNs += 5 * MS;
            assertEquals(CaptureResult.SKIPPED, drawAndCapture(recorder, 99));
            recorder.pause();
            nowNs += 3_333 * MS;
            recorder.resume();
            paintAt(recorder, nowNs + INTERVAL_NS, 30);
            expected.add(30);
            nowNs += 4 * INTERVAL_NS + 3 * MS; // the newest picture lasts until the end
            stats = recorder.finish().join().stats();
        }
        while (expected.size() < stats.taken() + stats.repeated()) {
            expected.add(30);
        }
        assertEquals(4, expected.size() - 52, 1.0, stats.toString());
        assertPictures(file, expected);
    }

    /** In Theora a picture that has not changed at all is an empty packet, which ffprobe and ffmpeg pass over. */
    private static void assertPictures(Path file, List<Integer> expected) {
        List<Integer> numbers = DecodedVideo.of(file).frameNumbers();
        if (file.toString().endsWith(".ogg") || file.toString().endsWith(".ogv")) {
            List<Long> indices = Ffprobe.frameTicks(file);
            assertEquals(
                    indices.stream()
                            .map(index -> expected.get(index.intValue()))
                            .toList(),
                    numbers);
            assertTrue(numbers.containsAll(expected));
        } else {
            assertEquals(expected, numbers);
            assertOneInterval(file, expected.size());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ogg", "webm", "mkv", "mp4"})
    void shouldRepeatAndSkipPicturesAtTheCallersTime(String extension) {
        Path file = folder.resolve("stage." + extension);
        Stats stats;
        try (StageRecorder recorder = recorderTo("stage." + extension)
                .frameRate(FPS)
                .timing(Timing.CALLER)
                .constantRate(true)
                .start()) {
            long[] times = {0, 41, 79, 90, 124, 280, 320, 325, 330, 362};
            for (int i = 0; i < times.length; i++) {
                stage.draw(i, i / 30.0);
                recorder.capture(times[i] * MS);
            }
            stats = recorder.finish().join().stats();
        }
        assertPictures(file, List.of(0, 1, 2, 4, 4, 4, 4, 5, 6, 9));
        assertEquals(3, stats.repeated());
        assertEquals(3, stats.skips().aboveRate());
    }

    @Test
    void shouldTellATimeThatDoesNotIncrease() {
        Stats stats;
        try (StageRecorder recorder =
                recorderTo("stage.mkv").timing(Timing.CALLER).constantRate(true).start()) {
            long[] times = {0, 100, 100, 50, 200};
            for (int i = 0; i < times.length; i++) {
                stage.draw(i, i / 30.0);
                recorder.capture(times[i] * MS);
            }
            stats = recorder.finish().join().stats();
        }
        assertEquals(2, stats.skips().time(), stats.toString());
        assertEquals(3, stats.taken(), stats.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ogg", "webm", "mkv", "mp4", "mov"})
    void shouldChangeNothingFrameByFrame(String extension) {
        Path file = folder.resolve("stage." + extension);
        try (StageRecorder recorder = recorderTo("stage." + extension)
                .frameRate(30_000, 1_001)
                .constantRate(true)
                .start()) {
            record(recorder, 20);
        }
        List<Integer> numbers = DecodedVideo.of(file).frameNumbers();
        assertEquals(20, numbers.size());
        assertEquals(19, numbers.get(19));
    }

    @Test
    void shouldBeRefusedWithADescription() {
        RecorderBuilder builder =
                recorderTo("stage.mkv").pipeline("x264enc ! matroskamux").constantRate(true);
        assertTrue(assertThrows(IllegalArgumentException.class, builder::start)
                .getMessage()
                .contains("videorate"));
    }

    private RecorderBuilder realTime(String fileName) {
        return recorderTo(fileName)
                .frameRate(FPS)
                .timing(Timing.REAL_TIME)
                .whenBehind(WhenBehind.WAIT)
                .clockNs(() -> nowNs);
    }

    /** Paints some milliseconds off the time of the frame with this index; frame 1 is the first. */
    private void paint(StageRecorder recorder, int index, long offMs, int number) {
        paintAt(recorder, 77 * MS + index * INTERVAL_NS + (number == 0 ? 0 : offMs * MS), number);
    }

    private void paintAt(StageRecorder recorder, long timeNs, int number) {
        nowNs = timeNs;
        assertEquals(CaptureResult.TAKEN, drawAndCapture(recorder, number));
    }

    private static void assertOneInterval(Path file, int frames) {
        Ffprobe info = Ffprobe.of(file);
        List<Long> timesNs = info.packetNs();
        assertEquals(frames, timesNs.size());
        for (int i = 0; i < frames; i++) {
            assertEquals(i * INTERVAL_NS, timesNs.get(i), 1.0, "frame " + i + " of " + timesNs);
        }
    }
}
