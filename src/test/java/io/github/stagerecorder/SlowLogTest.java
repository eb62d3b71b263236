package io.github.stagerecorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.media.DecodedVideo;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A handler of the log that blocks or throws holds up no frame, no start and no end, and the order of lines is kept. */
class SlowLogTest extends OnSwitch {
    private final Logger logger = Logger.getLogger("io.github.stagerecorder");
    private final CountDownLatch released = new CountDownLatch(1);
    private final List<String> begun = new CopyOnWriteArrayList<>(); // lines, when they reach the handler

    private Runnable difficulty = () -> {
        try {
            released.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    };

    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord line) {
            if (!line.getMessage().startsWith("ready to record")) { // once in a JVM, whoever records first
                begun.add(line.getMessage());
            }
            difficulty.run();
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void addHandler() {
        logger.addHandler(handler);
    }

    @AfterEach
    void removeHandler() {
        released.countDown();
        logger.removeHandler(handler);
    }

    private RecordingSwitch recordingSwitch() {
        return RecordingSwitch.into(folder)
                .format("mkv")
                .options(o -> o.timing(Timing.FRAME_BY_FRAME)
                        .onResize(ResizePolicy.NEW_FILE)
                        .listener(told, Runnable::run))
                .create();
    }

    private void record(RecordingSwitch recording) {
        startAndAwait(recording);
        paint(recording, 3);
        surface.resize(200, 100);
        stage.resize(200, 100);
        int before = told.started.size();
        paintUntil(recording, () -> told.started.size() > before);
        CompletableFuture<Path> refused = recording.snapshot(folder.resolve("none/shot.png"));
        paintUntil(recording, refused::isDone);
        recording.stop();
        paint(recording, 3);
    }

    @Test
    void shouldHoldUpNothingOfASwitch() {
        RecordingSwitch recording = recordingSwitch();
        record(recording);
        recording.close();
        assertEquals(1, begun.size(), () -> "" + begun);
        for (Path file : files(folder)) {
            assertNotEquals(List.of(), assertGapless(file));
        }
        released.countDown();
        await(() -> begun.stream().anyMatch(line -> line.startsWith("no snapshot: ")));
    }

    @Test
    void shouldHoldUpNothingOfARecorderAndKeepTheOrder() {
        StageRecorder recorder = StageRecorder.builder(folder.resolve("stage.mkv"))
                .timing(Timing.FRAME_BY_FRAME)
                .start();
        record(recorder, 2);
        recorder.resize(64, 64);
        CompletableFuture.runAsync(recorder::capture).join();
        record(recorder, 2);
        recorder.close();
        assertEquals(
                4, DecodedVideo.of(folder.resolve("stage.mkv")).frameNumbers().size());
        released.countDown();
        await(() -> begun.size() == 4);
        assertTrue(begun.get(0).startsWith("recording "), () -> "" + begun);
        assertTrue(begun.get(1).startsWith("resize("), () -> "" + begun);
        assertTrue(begun.get(2).startsWith("a frame is not recorded"), () -> "" + begun);
        assertTrue(begun.get(3).startsWith("recorded "), () -> "" + begun);
    }

    @Test
    void shouldSurviveAHandlerThatThrows() {
        difficulty = () -> {
            throw new AssertionError("thrown by a test's handler");
        };
        try (RecordingSwitch recording = recordingSwitch()) {
            record(recording);
        }
        assertTrue(begun.size() >= 4, () -> "" + begun);
    }
}
