package io.github.stagerecorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A listener or an executor that throws, refuses, is slow or blocks does not disturb the recording. */
class DifficultListenerTest extends OnStage {
    private final HeardEvents heard = new HeardEvents();

    /** How an executor or its listener gives trouble. */
    enum Difficulty {
        THROWS,
        FAILS,
        REFUSES,
        BLOCKS,
        FORGETS;

        Executor executor() {
            return switch (this) {
                case THROWS ->
                    task -> {
                        task.run();
                        throw new IllegalStateException("thrown by a test's executor");
                    };
                case FAILS ->
                    task -> {
                        throw new LinkageError("thrown by a test's executor");
                    };
                case REFUSES ->
                    task -> {
                        throw new RejectedExecutionException("thrown by a test's executor");
                    };
                case BLOCKS -> task -> awaitForever();
                case FORGETS -> task -> {};
            };
        }

        private static void awaitForever() {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Difficulty.class)
    void shouldRecordAllTheSame(Difficulty difficulty) {
        try (LoggedLines log = new LoggedLines()) {
            StageRecorder recorder = recorderTo("stage.mkv")
                    .listener(heard, difficulty.executor())
                    .start();
            record(recorder, 30);
            recorder.close();
            assertEquals(30, recorder.stats().delivered());
            assertTrue(
                    log.countOf("the executor of the recorder's listener refuses") <= 1,
                    log.all().toString());
        }
    }

    @Test
    void shouldLogOnceThatAListenerThrows() {
        AtomicInteger calls = new AtomicInteger();
        CountDownLatch ended = new CountDownLatch(1);
        RecorderListener thrower = new RecorderListener() {
            @Override
            public void started(StartedFile file) {
                calls.incrementAndGet();
                throw new IllegalStateException("thrown by a test's listener");
            }

            @Override
            public void fileEnded(Outcome.FileOutcome file) {
                calls.incrementAndGet();
                throw new AssertionError("thrown by a test's listener");
            }

            @Override
            public void ended(Outcome outcome) {
                ended.countDown();
            }
        };
        try (LoggedLines log = new LoggedLines()) {
            StageRecorder recorder =
                    recorderTo("stage.mkv").listener(thrower, Runnable::run).start();
            record(recorder, 5);
            recorder.close();
            HeardEvents.await(ended);
            assertEquals(2, calls.get());
            OnSwitch.await(() -> log.countOf("WARNING the recorder's listener throws") == 1);
        }
    }

    /** The executor runs nothing until the recording has ended. Drops and progress of seconds are one call each. */
    @Test
    void shouldNotLetNoticesPileUp() {
        Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
        StageRecorder recorder = recorderWith("identity sleep-time=50000 ! fakesink")
                .whenBehind(WhenBehind.DROP)
                .listener(heard, tasks::add)
                .start();
        long startNs = System.nanoTime();
        for (int i = 0; System.nanoTime() - startNs < TimeUnit.MILLISECONDS.toNanos(2_500); i++) {
            drawAndCapture(recorder, i);
        }
        recorder.close();
        for (int i = 0; i < 100 && heard.of(Outcome.class).isEmpty(); i++) {
            assertTrue(tasks.size() <= 1, tasks.size() + " tasks wait in the executor");
            Runnable next = tasks.poll();
            if (next == null) {
                sleep();
            } else {
                next.run();
            }
        }
        assertEquals(1, heard.drops.size());
        assertEquals(recorder.stats().dropped(), heard.drops.get(0).dropped(), "the counts are not the newest");
        assertEquals(1, heard.progress.size());
        assertEquals(List.of("StartedFile", "DropCause", "FileOutcome", "Outcome"), heard.kinds());
    }

    private static void sleep() {
        try {
            TimeUnit.MILLISECONDS.sleep(20);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** It runs on a thread of the recorder's own, and may do there what a program may do on any thread. */
    @Test
    void shouldLetTheListenerEndTheRecordingThatHasFailed() {
        CountDownLatch ended = new CountDownLatch(1);
        StageRecorder[] recorder = new StageRecorder[1];
        RecorderListener closer = new RecorderListener() {
            @Override
            public void failed(RecordingException failure) {
                recorder[0].finish().join();
                ended.countDown();
            }
        };
        recorder[0] = recorderTo("stage.mkv")
                .pipeline("identity error-after=5 ! x264enc tune=zerolatency ! matroskamux")
                .listener(closer, Runnable::run)
                .start();
        record(recorder[0], 20);
        HeardEvents.await(ended);
        assertEquals(CaptureResult.SKIPPED, recorder[0].capture());
    }
}
