package io.github.stagerecorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.github.stagerecorder.media.DecodedVideo;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.freedesktop.gstreamer.Gst;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The binding delivers bus messages on one thread, its service thread. It is the program's as much as ours. */
class ServiceThreadTest extends OnStage {
    private final CountDownLatch busy = new CountDownLatch(1);

    @AfterEach
    void leaveTheServiceThread() {
        busy.countDown();
    }

    @ParameterizedTest
    @EnumSource(EncodeOn.class)
    void shouldCloseOnTheServiceThread(EncodeOn encodeOn) throws Exception {
        StageRecorder recorder = recorderTo("stage.mkv").encodeOn(encodeOn).start();
        record(recorder, 3);
        onServiceThread(() -> {
            recorder.close();
            return null;
        });
        recorder.close();
        assertComplete(3);
    }

    @Test
    void shouldFinishOnTheServiceThread() throws Exception {
        StageRecorder recorder = recorderTo("stage.mkv").start();
        record(recorder, 3);
        Outcome outcome = onServiceThread(() -> recorder.finish().join());
        recorder.close();
        assertEquals(Outcome.Status.COMPLETE, outcome.status(), outcome::toString);
        assertComplete(3);
    }

    private static <T> T onServiceThread(Callable<T> body) throws Exception {
        return Gst.getExecutor().submit(body).get(30, TimeUnit.SECONDS);
    }

    private void assertComplete(int frames) {
        assertEquals(
                frames,
                DecodedVideo.of(folder.resolve("stage.mkv")).frameNumbers().size());
    }

    @ParameterizedTest
    @EnumSource(EncodeOn.class)
    void shouldRecordWhileTheProgramKeepsTheServiceThreadBusy(EncodeOn encodeOn) {
        StageRecorder first = recorderTo("first.mkv").start(); // GStreamer is initialised
        first.finish();
        Gst.invokeLater(this::awaitIdle);
        StageRecorder recorder = recorderTo("stage.mkv").encodeOn(encodeOn).start();
        record(recorder, 3);
        long startNs = System.nanoTime();
        recorder.close();
        long tookMs = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startNs);
        assertEquals(
                List.of(true, 0L),
                List.of(tookMs < 900, recorder.stats().memory().poolBytes()),
                tookMs + " ms");
        assertComplete(3);
    }

    @ParameterizedTest
    @EnumSource(EncodeOn.class)
    void shouldNoticeAnErrorWhileTheProgramKeepsTheServiceThreadBusy(EncodeOn encodeOn) {
        StageRecorder recorder = recorderWith("identity error-after=3 ! fakesink")
                .encodeOn(encodeOn)
                .start();
        Gst.invokeLater(this::awaitIdle);
        CaptureResult result = CaptureResult.TAKEN;
        while (result != CaptureResult.FAILED) { // the class's time limit ends this
            result = drawAndCapture(recorder, 0);
        }
        Outcome outcome = recorder.finish().join();
        assertEquals(FailureKind.STREAM, outcome.failureKind(), outcome::toString);
        assertNotNull(outcome.cause());
        recorder.finish();
    }

    private void awaitIdle() {
        try {
            busy.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
