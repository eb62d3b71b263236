package io.github.stagerecorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.media.DecodedPicture;
import io.github.stagerecorder.media.DecodedVideo;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a user runs when a future completes may block, or exit the process: nothing else waits for it. */
@Timeout(60)
class FutureCallbacksTest extends OnSwitch {
    private final CountDownLatch released = new CountDownLatch(1);

    @AfterEach
    void release() {
        released.countDown();
    }

    private CompletableFuture<Void> blocksWhenDone(CompletableFuture<?> future) {
        CompletableFuture<Void> blocked = new CompletableFuture<>();
        future.whenComplete((result, failure) -> {
            blocked.complete(null);
            try {
                released.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        return blocked;
    }

    @ParameterizedTest
    @CsvSource({
        "recorder, snapshot",
        "recorder, saveReplay",
        "recorder, finish",
        "recorder, listener",
        "recorder, log",
        "switch, snapshot",
        "switch, saveReplay",
        "prepare, prepare"
    })
    void shouldExitAtOnceWithCompleteFiles(String what, String method) throws Exception {
        Process program =
                ChildJvm.of(ExitWhenDone.class, folder.toString(), what, method).start();
        try {
            assertTrue(program.waitFor(50, TimeUnit.SECONDS), "it hangs");
            String printed = ChildJvm.printed(program);
            assertEquals(0, program.exitValue(), printed);
            for (File file : Objects.requireNonNull(folder.toFile().listFiles())) {
                requireComplete(file.toPath(), printed);
            }
        } finally {
            program.destroyForcibly();
        }
    }

    private static void requireComplete(Path file, String printed) {
        if (file.toString().endsWith(".png")) {
            DecodedPicture.of(file, 160, 120);
        } else {
            assertFalse(DecodedVideo.of(file).frameNumbers().isEmpty(), printed);
        }
    }

    @Test
    void shouldHoldUpNeitherOtherSnapshotsNorTheEnd() {
        try (LoggedLines log = new LoggedLines();
                RecordingSwitch other = switchInto(folder).create()) {
            RecordingSwitch recording = switchInto(folder).create();
            CompletableFuture<Path> first = recording.snapshot(folder.resolve("first.png"));
            CompletableFuture<Void> blocked = blocksWhenDone(first);
            paintUntil(recording, blocked::isDone);
            CompletableFuture<Path> second = other.snapshot(folder.resolve("second.png"));
            paintUntil(other, second::isDone);
            assertTrue(Files.exists(second.join()));
            recording.close();
            assertEquals(0, log.countOf("WARNING"), () -> "" + log.all());
        }
    }

    /** The memory of the frame is free again, and a refusal is told to the others too. */
    @Test
    void shouldHoldUpNoRefusal() {
        RecordingSwitch recording = switchInto(folder).create();
        CompletableFuture<Path> first = recording.snapshot();
        CompletableFuture<Path> second = recording.snapshot();
        CompletableFuture<Void> blocked = blocksWhenDone(first);
        recording.close();
        blocked.join();
        await(second::isDone);
        assertTrue(second.isCompletedExceptionally());
    }

    @Test
    void shouldHoldUpNeitherOtherReplaysNorTheEnd() {
        StageRecorder recorder =
                recorderTo("stage.mkv").replay(Duration.ofSeconds(2)).start();
        record(recorder, 30);
        blocksWhenDone(recorder.saveReplay(folder.resolve("first.mkv"))).join();
        assertEquals(
                folder.resolve("second.mkv"),
                recorder.saveReplay(folder.resolve("second.mkv")).join().file());
        CompletableFuture<Void> blocked = blocksWhenDone(recorder.finish());
        CompletableFuture<Outcome> finished = recorder.finish();
        recorder.close();
        blocked.join();
        assertEquals(Outcome.Status.COMPLETE, finished.join().status());
    }

    @Test
    void shouldHoldUpNoStart() {
        blocksWhenDone(recorderTo("stage.mkv").size(WIDTH_PX, HEIGHT_PX).prepare())
                .join();
        try (StageRecorder recorder = recorderTo("stage.mkv").start()) {
            record(recorder, 3);
        }
        assertEquals(
                3, DecodedVideo.of(folder.resolve("stage.mkv")).frameNumbers().size());
    }
}
