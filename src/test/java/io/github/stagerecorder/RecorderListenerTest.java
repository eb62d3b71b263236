package io.github.stagerecorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A listener is told what happens to a recording, in order, and on no thread that it could hold up. */
class RecorderListenerTest extends OnStage {
    private static final long LONG_ENOUGH_NS = TimeUnit.MILLISECONDS.toNanos(2_500);

    private final HeardEvents heard = new HeardEvents();

    @Test
    void shouldTellTheStartAndTheEnd() {
        StageRecorder recorder = recorderTo("stage.mkv")
                .frameRate(29.97)
                .listener(heard, Runnable::run)
                .start();
        record(recorder, 30);
        recorder.close();
        heard.awaitEnd();
        assertEquals(List.of("StartedFile", "FileOutcome", "Outcome"), heard.kinds());
        assertEquals("closing", heard.all.get(1), "the progress is told at once");
        StartedFile file = heard.of(StartedFile.class).get(0);
        assertEquals(folder.resolve("stage.mkv"), file.path());
        assertEquals(WIDTH_PX, file.widthPx());
        assertEquals(HEIGHT_PX, file.heightPx());
        assertEquals(30_000 / 1_001.0, file.frameRate());
        assertEquals(recorder.stats().encoder(), file.encoder());
        assertEquals(recorder.stats().readStrategy(), file.readStrategy());
        assertEquals(recorder.stats().conversion(), file.conversion());
        Outcome outcome = heard.of(Outcome.class).get(0);
        assertEquals(recorder.stats(), outcome.stats());
        assertEquals(30, heard.of(Outcome.FileOutcome.class).get(0).stats().delivered());
    }

    @Test
    void shouldTellEachFileOfARecordingWithSeveral() {
        StageRecorder recorder = recorderTo("stage.mkv")
                .onResize(ResizePolicy.NEW_FILE)
                .listener(heard, Runnable::run)
                .start();
        record(recorder, 5);
        recorder.resize(WIDTH_PX / 2, HEIGHT_PX / 2);
        record(recorder, 5);
        recorder.close();
        heard.awaitEnd();
        List<StartedFile> started = heard.of(StartedFile.class);
        assertEquals(
                List.of(WIDTH_PX, WIDTH_PX / 2),
                started.stream().map(StartedFile::widthPx).toList());
        assertEquals(
                started.stream().map(StartedFile::path).sorted().toList(),
                heard.of(Outcome.FileOutcome.class).stream()
                        .map(Outcome.FileOutcome::path)
                        .sorted()
                        .toList());
        assertEquals(2, heard.of(Outcome.class).get(0).files().size());
    }

    /** The failure comes on a thread of GStreamer's, and the recording goes on until it is closed. */
    @ParameterizedTest
    @EnumSource(EncodeOn.class)
    void shouldTellAFailureAtOnceAndOnce(EncodeOn encodeOn) throws Exception {
        StageRecorder recorder = recorderTo("stage.mkv")
                .pipeline("identity error-after=5 ! x264enc tune=zerolatency ! matroskamux")
                .encodeOn(encodeOn)
                .listener(heard, Runnable::run)
                .start();
        for (int i = 0; drawAndCapture(recorder, i) != CaptureResult.FAILED; i++) {
            Thread.sleep(2);
        }
        heard.awaitFailure();
        assertEquals(List.of("StartedFile", "RecordingException"), heard.kinds(), "before it is closed");
        RecordingException thrown = assertThrows(RecordingException.class, recorder::close);
        heard.awaitEnd();
        assertEquals(List.of("StartedFile", "RecordingException", "FileOutcome", "Outcome"), heard.kinds());
        assertSame(thrown.getCause(), heard.of(RecordingException.class).get(0));
    }

    @Test
    void shouldTellThatNothingWasCaptured() {
        StageRecorder recorder =
                recorderTo("stage.mkv").listener(heard, Runnable::run).start();
        assertThrows(RecordingException.class, recorder::close);
        heard.awaitEnd();
        assertEquals(List.of("StartedFile", "RecordingException", "FileOutcome", "Outcome"), heard.kinds());
    }

    @Test
    void shouldTellTheFirstDropAndThenOneASecond() {
        StageRecorder recorder = recorderWith("identity sleep-time=50000 ! fakesink")
                .whenBehind(WhenBehind.DROP)
                .listener(heard, Runnable::run)
                .start();
        long startNs = System.nanoTime();
        for (int i = 0; System.nanoTime() - startNs < LONG_ENOUGH_NS || heard.drops.size() < 2; i++) {
            drawAndCapture(recorder, i); // which a busy machine holds up for seconds
        }
        double tookS = (System.nanoTime() - startNs) / 1e9;
        recorder.close();
        heard.awaitEnd();
        List<DropCause> causes = heard.of(DropCause.class);
        assertTrue(causes.size() >= 2 && causes.size() <= tookS + 1, causes + " in " + tookS + " s");
        assertTrue(recorder.stats().dropped() > causes.size(), recorder.stats().toString());
        assertTrue(heard.drops.get(0).dropped() >= 1, heard.drops.toString());
        assertTrue(heard.drops.get(1).dropped() > heard.drops.get(0).dropped(), heard.drops.toString());
    }

    @Test
    void shouldTellEachKindOfTroubleOnce() {
        StageRecorder recorder =
                recorderTo("stage.mkv").listener(heard, Runnable::run).start();
        record(recorder, 1);
        surface.resize(WIDTH_PX / 2, HEIGHT_PX / 2);
        record(recorder, 3);
        assertEquals(
                3, recorder.stats().failures().framebuffer(), recorder.stats().toString());
        recorder.close();
        heard.awaitEnd();
        assertEquals(List.of("StartedFile", "Heard", "FileOutcome", "Outcome"), heard.kinds());
        assertEquals(
                Trouble.FRAMEBUFFER, heard.of(HeardEvents.Heard.class).get(0).kind());
    }

    /** The encoder needs two seconds for what was taken. */
    @Test
    void shouldTellTheProgressOfFinishInTheBackground() {
        StageRecorder recorder = recorderWith("identity sleep-time=100000 ! fakesink")
                .listener(heard, Runnable::run)
                .whenBehind(WhenBehind.DROP)
                .start();
        record(recorder, 40);
        long startNs = System.nanoTime();
        recorder.finish().join();
        double tookS = (System.nanoTime() - startNs) / 1e9;
        heard.awaitEnd();
        List<Long> left = heard.progress.stream().map(Stats::inFlight).toList();
        assertTrue(left.size() > 3 && left.size() <= 10 * tookS + 2, left + " in " + tookS + " s");
        assertEquals(left.stream().sorted((a, b) -> Long.compare(b, a)).toList(), left);
        assertTrue(left.get(0) > left.get(left.size() - 1), left.toString());
        assertTrue(heard.all.get(heard.all.size() - 1) instanceof Outcome, "something was told after the outcome");
    }

    @Test
    void shouldCallTheListenerOnTheExecutorsThreadAlone() throws Exception {
        ExecutorService executor = Executors.newSingleThreadExecutor();
        Thread executors = executor.submit(Thread::currentThread).get();
        StageRecorder recorder =
                recorderTo("stage.mkv").listener(heard, executor).start();
        record(recorder, 5);
        recorder.close();
        heard.awaitEnd();
        executor.shutdown();
        assertEquals(java.util.Set.of(executors), heard.threads);
    }

    /** One call at a time and in order, even where the executor has many threads. */
    @Test
    void shouldKeepTheOrderOnAnyExecutor() {
        ExecutorService executor = Executors.newFixedThreadPool(4);
        StageRecorder recorder = recorderTo("stage.mkv")
                .onResize(ResizePolicy.NEW_FILE)
                .listener(heard, executor)
                .start();
        for (int i = 0; i < 8; i++) {
            recorder.resize(WIDTH_PX - 2 * i, HEIGHT_PX);
            record(recorder, 1);
        }
        recorder.close();
        heard.awaitEnd();
        executor.shutdown();
        List<Integer> widths =
                heard.of(StartedFile.class).stream().map(StartedFile::widthPx).toList();
        assertEquals(
                java.util.stream.IntStream.range(0, 8)
                        .mapToObj(i -> WIDTH_PX - 2 * i)
                        .toList(),
                widths);
        assertFalse(heard.all.get(heard.all.size() - 1) instanceof String);
    }
}
