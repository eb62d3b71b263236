package io.github.stagerecorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.media.DecodedVideo;
import io.github.stagerecorder.media.Ffprobe;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.freedesktop.gstreamer.Element;
import org.freedesktop.gstreamer.ElementFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What {@code prepare()} finds is used by later starts and preflights, and says what they would say. */
class PrepareTest extends OnStage {
    private static final int FRAMES = 5;

    @BeforeAll
    static void loadGStreamer() {
        assertTrue(StageRecorder.isAvailable());
    }

    @Test
    void shouldStartWithoutAnotherTrialOncePrepared() {
        Preparation found = recorderTo("a.mkv").frameRate(41).prepare().join();
        assertEquals(new Preparation(WIDTH_PX, HEIGHT_PX, "x264enc"), found);
        int trials = trials();
        recordAndCheck(recorderTo("b.mkv").frameRate(41).start(), "b.mkv");
        recordAndCheck(recorderTo("c.mkv").frameRate(41).start(), "c.mkv");
        assertTrue(recorderTo("d.mkv").frameRate(41).preflight().canRecord());
        assertEquals(trials, trials());
    }

    @Test
    void shouldTryOnceWhenPreparedTwiceAndStartedMeanwhile() {
        int trials = trials();
        List<CompletableFuture<Preparation>> both = Stream.generate(
                        () -> recorderTo("a.mkv").frameRate(42).prepare())
                .limit(2)
                .toList();
        recordAndCheck(recorderTo("b.mkv").frameRate(42).start(), "b.mkv");
        both.forEach(CompletableFuture::join);
        assertEquals(trials + 1, trials());
    }

    @Test
    void shouldTryAgainAtAnotherSize() throws Exception {
        recorderTo("a.mkv").frameRate(43).prepare().join();
        int trials = trials();
        recordAndCheck(recorderTo("b.mkv").frameRate(43).size(160, 120).start(), "b.mkv");
        assertEquals(trials + 1, trials());
        assertEquals(160, Ffprobe.of(folder.resolve("b.mkv")).widthPx());
    }

    @Test
    void shouldPrepareForTheFramebufferThatIsCurrent() {
        surface.resize(200, 100);
        Preparation found =
                StageRecorder.builder(folder.resolve("a.mkv")).prepare().join();
        assertEquals(200, found.widthPx());
        assertEquals(100, found.heightPx());
    }

    @Test
    void shouldNeedNoContextWhenTheSizeIsGiven() {
        RecorderBuilder builder = recorderTo("a.mkv").frameRate(44);
        CompletableFuture.supplyAsync(() -> builder.prepare().join()).join();
        assertFalse(Files.exists(folder.resolve("a.mkv")));
    }

    @Test
    void shouldRefuseWithoutASizeAndAContext() {
        RecorderBuilder builder = StageRecorder.builder(folder.resolve("a.mkv"));
        Throwable refusal =
                CompletableFuture.supplyAsync(() -> refusal(builder)).join();
        assertInstanceOf(IllegalStateException.class, refusal);
        assertTrue(refusal.getMessage().startsWith("no OpenGL context is current"), refusal.getMessage());
    }

    @Test
    void shouldRefuseInTheWordsOfAStart() {
        for (RecorderBuilder wrong : List.of(
                recorderTo("a.mkv").pipeline("nosuchencoder ! matroskamux"),
                recorderTo("a.mkv").pipeline("theoraenc ! ! oggmux"),
                recorderTo("a.mkv").pipeline("theoraenc quality=63 speed-level=9 ! fakesink"),
                recorderTo("a.nosuchextension"),
                recorderTo("a.mkv").quality(Quality.LOW).pipeline("theoraenc ! oggmux"),
                recorderTo("a.mkv").memoryBudget(1000))) {
            Throwable early = refusal(wrong);
            Throwable late = assertThrows(RuntimeException.class, wrong::start);
            assertEquals(late.getClass(), early.getClass());
            assertEquals(late.getMessage(), early.getMessage());
        }
    }

    /** The file may be removed before the start, or another one may appear. */
    @Test
    void shouldLeaveTheFileToTheStart() throws Exception {
        Path file = Files.createFile(folder.resolve("a.mkv"));
        recorderTo("a.mkv").frameRate(45).prepare().join();
        assertThrows(RecordingException.class, recorderTo("a.mkv").frameRate(45)::start);
        assertEquals(0, Files.size(file));
    }

    /** An encoder that keeps 46 frames at its defaults does not fit, which is known only after the trial. */
    @Test
    void shouldNotTouchADescriptionsOwnFileWhenTheStartIsRefused() {
        Path own = folder.resolve("own.mkv");
        RecorderBuilder builder = StageRecorder.builder()
                .pipeline("x264enc ! matroskamux ! filesink location=" + DescribedPath.of(own))
                .memoryBudget(3_000_000);
        assertThrows(IllegalArgumentException.class, builder::start);
        assertFalse(Files.exists(own));
    }

    /** In real time, at once, and only one frame that lasts until the end. */
    @Test
    void shouldRecordTheFirstPaintAfterTheStart() {
        RecorderBuilder builder = StageRecorder.builder(folder.resolve("a.mkv"));
        builder.prepare().join();
        stage.draw(3, 0.1);
        StageRecorder recorder = builder.start();
        assertEquals(CaptureResult.TAKEN, drawAndCapture(recorder, 4));
        recorder.close();
        assertEquals(4, DecodedVideo.of(folder.resolve("a.mkv")).frameNumbers().get(0));
    }

    private void recordAndCheck(StageRecorder recorder, String file) {
        record(recorder, FRAMES);
        recorder.close();
        assertEquals(
                FRAMES, DecodedVideo.of(folder.resolve(file)).frameNumbers().size());
    }

    private static Throwable refusal(RecorderBuilder builder) {
        return assertThrows(CompletionException.class, () -> builder.prepare().join())
                .getCause();
    }

    /** Every trial makes a videotestsrc, and GStreamer numbers what it makes. */
    private static int trials() {
        Element next = ElementFactory.make("videotestsrc", null);
        int number = Integer.parseInt(next.getName().replace("videotestsrc", ""));
        next.dispose();
        return number - own++;
    }

    private static int own; // videotestsrc of this test
}
