package io.github.stagerecorder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.media.DecodedSound;
import io.github.stagerecorder.media.DecodedVideo;
import java.io.IOException;
import java.nio.ShortBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/**
 * Where an encoder has been opened before, a start does not wait until its pipeline is open. The pipelines here open a
 * file of subtitles too, which is gone later, or is a pipe into which nobody has written yet.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no such pipes")
class StartWhileOpeningTest extends OnStage {
    private static final int FRAMES = 5;

    private static int rates = 61; // a rate that no other test uses makes a choice of its own

    private final int rate = rates++;
    private final List<Integer> taken = new ArrayList<>();
    private Path subtitles;
    private StageRecorder recorder;
    private int frame;

    @BeforeEach
    void writeSubtitles() throws IOException {
        subtitles = folder.resolve("stage.srt");
        write();
    }

    /** If it is a pipe, whoever reads it goes on. */
    private void write() throws IOException {
        write(subtitles);
    }

    private static void write(Path subtitles) throws IOException {
        Files.write(subtitles, List.of("1", "00:00:00,000 --> 00:00:01,000", "Enter two clowns."));
    }

    private RecorderBuilder builder() {
        return recorderTo("stage.mkv")
                .frameRate(rate)
                .whenBehind(WhenBehind.DROP)
                .pipeline("x264enc tune=zerolatency ! matroskamux name=m filesrc location="
                        + DescribedPath.of(subtitles) + " ! subparse ! m.");
    }

    private RecorderBuilder replayBuilder() {
        return builder().replay(Duration.ofSeconds(5));
    }

    private void prepare() {
        builder().prepare().join();
    }

    private void replaceByPipe() throws Exception {
        Files.delete(subtitles);
        NamedPipe.make(subtitles);
    }

    private CaptureResult capture() {
        CaptureResult result = drawAndCapture(recorder, frame);
        if (result == CaptureResult.TAKEN) {
            taken.add(frame);
        }
        frame++;
        StatsIdentities.check(recorder.stats(), frame);
        return result;
    }

    private void captureUntil(CaptureResult awaited) throws InterruptedException {
        while (capture() != awaited) {
            Thread.sleep(5);
        }
    }

    private void assertAllIsThere(String file) {
        StatsIdentities.checkEnded(recorder.stats(), frame);
        assertEquals(0, recorder.stats().lost());
        assertEquals(taken, DecodedVideo.of(folder.resolve(file)).frameNumbers());
    }

    private RecordingException assertFails() {
        RecordingException failure = assertThrows(RecordingException.class, recorder::close);
        StatsIdentities.checkEnded(recorder.stats(), frame);
        assertEquals(taken.size(), recorder.stats().lost());
        assertEquals(0, recorder.stats().memory().poolBytes());
        assertArrayEquals(new String[] {"stage.srt"}, folder.toFile().list());
        return failure;
    }

    @Test
    void shouldFailWithTheRefusalOfAStartThatWaits() throws Exception {
        prepare();
        Files.delete(subtitles);
        HeardEvents heard = new HeardEvents();
        recorder = builder().listener(heard, Runnable::run).start();
        captureUntil(CaptureResult.FAILED);
        write();
        RecordingException told = assertFails();
        assertEquals(FailureKind.STATE_CHANGE, told.kind());
        assertEquals(List.of(told.getCause()), heard.of(RecordingException.class));
        assertEquals(refusalOfOneThatWaits().getMessage(), told.getCause().getMessage());
    }

    /** A save waits for the encoder as its frames do. */
    @Test
    void shouldSaveAReplayOfFramesThatWait() throws Exception {
        replayBuilder().prepare().join();
        replaceByPipe();
        recorder = replayBuilder().start();
        for (int i = 0; i < FRAMES; i++) {
            capture();
        }
        CompletableFuture<SavedReplay> save = recorder.saveReplay(folder.resolve("replay.mkv"));
        CompletableFuture<SavedReplay> refused = recorder.saveReplay(folder.resolve("replay.webm"));
        assertThrows(RecordingException.class, () -> recorder.saveReplay(folder.resolve("replay.txt")));
        assertFalse(save.isDone());
        write();
        assertEquals(taken, DecodedVideo.of(save.join().file()).frameNumbers());
        assertThrows(CompletionException.class, refused::join);
        recorder.close();
        assertAllIsThere("stage.mkv");
    }

    @Test
    void shouldFailASaveWithTheEncoder() throws Exception {
        replayBuilder().prepare().join();
        Files.delete(subtitles);
        recorder = replayBuilder().start();
        capture();
        CompletableFuture<SavedReplay> save = recorder.saveReplay(folder.resolve("replay.mkv"));
        assertThrows(CompletionException.class, save::join);
        assertThrows(RecordingException.class, recorder::close);
    }

    private RecordingException refusalOfOneThatWaits() throws IOException {
        write();
        prepare();
        Files.delete(subtitles);
        return assertThrows(RecordingException.class, builder().encodeOn(EncodeOn.RENDER_THREAD)::start);
    }

    @Test
    void shouldTryAgainAfterOneDidNotOpen() throws Exception {
        prepare();
        Files.delete(subtitles);
        recorder = builder().start();
        captureUntil(CaptureResult.FAILED);
        write();
        assertFails();
        Files.delete(subtitles);
        RecordingException again = assertThrows(RecordingException.class, builder()::start);
        assertEquals(FailureKind.ENCODER, again.kind(), again::getMessage);
        write();
        recorder = builder().start();
        frame = 0;
        taken.clear();
        capture();
        recorder.close();
        assertAllIsThere("stage.mkv");
    }

    @Test
    void shouldRecordWhatIsTakenWhileItOpens() throws Exception {
        prepare();
        replaceByPipe();
        recorder = builder().start();
        captureUntil(CaptureResult.DROPPED);
        assertTrue(taken.size() > 1, taken::toString);
        recorder.pause();
        assertEquals(CaptureResult.SKIPPED, capture());
        recorder.resume();
        write();
        captureUntil(CaptureResult.TAKEN);
        recorder.close();
        assertAllIsThere("stage.mkv");
    }

    @Test
    void shouldRecordTheSoundThatIsWrittenWhileItOpens() throws Exception {
        RecorderBuilder builder = builder()
                .audio(48_000, 1, SampleFormat.S16)
                .pipeline("x264enc tune=zerolatency ! matroskamux name=m flacenc ! m. filesrc location="
                        + DescribedPath.of(subtitles) + " ! subparse ! m.");
        builder.prepare().join();
        replaceByPipe();
        recorder = builder.start();
        int written = 0;
        for (int i = 0; i < 3; i++) {
            capture();
            written +=
                    recorder.audio().write(ShortBuffer.allocate(recorder.audio().samplesDue()));
        }
        CompletableFuture<Void> later = CompletableFuture.runAsync(this::writeLater);
        recorder.close();
        later.join();
        assertAllIsThere("stage.mkv");
        assertEquals(written, DecodedSound.of(folder.resolve("stage.mkv")).samples().length);
        assertEquals(0, recorder.stats().sound().silence());
    }

    /** While another thread waits in close(), which the sound that has not been taken holds up. */
    private void writeLater() {
        try {
            Thread.sleep(100);
            write();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void shouldWaitForItAtTheEnd() throws Exception {
        prepare();
        replaceByPipe();
        recorder = builder().start();
        capture();
        CompletableFuture<Outcome> outcome = recorder.finish();
        assertEquals(CaptureResult.SKIPPED, capture());
        write();
        assertEquals(Outcome.Status.COMPLETE, outcome.join().status());
        recorder.close();
        assertAllIsThere("stage.mkv");
    }

    @Test
    void shouldEndWhenItNeverOpens() throws Exception {
        prepare();
        replaceByPipe();
        recorder = builder().closeTimeout(Duration.ofMillis(200)).start();
        capture();
        RecordingException failure = assertFails();
        assertEquals(FailureKind.STATE_CHANGE, failure.kind());
        assertTrue(failure.getMessage().contains("was not open within 200 ms"), failure::getMessage);
        write(); // and the pipeline that is open at last is closed
        while (Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().equals("stagerecorder-open"))) {
            Thread.sleep(5);
        }
    }

    @Test
    void shouldEndUnderWaitWhenItNeverOpens() throws Exception {
        prepare();
        replaceByPipe();
        recorder = builder()
                .whenBehind(WhenBehind.WAIT)
                .stallTimeout(Duration.ofMillis(200))
                .closeTimeout(Duration.ofMillis(200))
                .start();
        captureUntil(CaptureResult.FAILED);
        assertEquals(FailureKind.STALLED, assertFails().kind());
        write();
    }

    @Test
    void shouldFollowASizeWhileItOpens() throws Exception {
        prepare();
        replaceByPipe();
        recorder = builder().start();
        capture();
        recorder.resize(WIDTH_PX / 2, HEIGHT_PX / 2);
        capture();
        recorder.resize(WIDTH_PX, HEIGHT_PX);
        capture();
        assertEquals(3, taken.size());
        write();
        recorder.close();
        assertEquals(
                3, DecodedVideo.of(folder.resolve("stage.mkv")).frameNumbers().size());
        assertEquals(0, recorder.stats().lost());
    }

    @Test
    void shouldBeginAnotherFileWhileItOpens() throws Exception {
        prepare();
        builder().size(WIDTH_PX / 2, HEIGHT_PX / 2).prepare().join();
        replaceByPipe();
        recorder = builder().onResize(ResizePolicy.NEW_FILE).start();
        capture();
        capture();
        NamedPipe.awaitReader();
        Path pipe = Files.move(subtitles, folder.resolve("pipe"));
        write();
        recorder.resize(WIDTH_PX / 2, HEIGHT_PX / 2);
        capture();
        assertEquals(3, taken.size());
        write(pipe);
        Outcome outcome = recorder.finish().join();
        assertEquals(Outcome.Status.COMPLETE, outcome.status(), outcome::toString);
        recorder.close();
        assertEquals(
                List.of(2, 1),
                outcome.files().stream()
                        .map(file -> DecodedVideo.of(file.path()).frameNumbers().size())
                        .toList());
    }

    @Test
    void shouldFailForOneFileThatDoesNotOpen() throws Exception {
        prepare();
        builder().size(WIDTH_PX / 2, HEIGHT_PX / 2).prepare().join();
        recorder = builder().onResize(ResizePolicy.NEW_FILE).start();
        capture();
        while (recorder.stats().delivered() == 0) {
            Thread.sleep(5);
        }
        Files.delete(subtitles);
        recorder.resize(WIDTH_PX / 2, HEIGHT_PX / 2);
        captureUntil(CaptureResult.FAILED);
        Outcome outcome = recorder.finish().join();
        assertEquals(
                List.of(Outcome.Status.COMPLETE, Outcome.Status.FAILED),
                outcome.files().stream().map(Outcome.FileOutcome::status).toList());
    }
}
