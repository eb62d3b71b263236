package io.github.stagerecorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The log has one line for the start, one for the end and one for each kind of trouble, and none for a frame. */
class LogTest extends OnStage {
    private final LoggedLines log = new LoggedLines();

    @AfterEach
    void stopListening() {
        log.close();
    }

    @Test
    void shouldHaveTheStartAndTheEnd() {
        StageRecorder recorder = recorderTo("stage.mkv").frameRate(29.97).start();
        record(recorder, 30);
        recorder.close();
        Stats stats = recorder.stats();
        assertEquals(
                "INFO recording " + folder.resolve("stage.mkv") + ": 320x240 at 30000/1001 fps, " + stats.encoder()
                        + ", " + stats.readStrategy() + ", " + stats.conversion(),
                log.all().get(0));
        assertTrue(
                log.all()
                        .get(1)
                        .startsWith("INFO recorded " + folder.resolve("stage.mkv")
                                + ": complete, plays 1.001 s; 30 frames, 0 dropped, 0 failed, 0 lost, in "),
                log.all().toString());
        assertEquals(2, log.all().size(), log.all().toString());
    }

    @Test
    void shouldHaveEachKindOfTroubleOnce() {
        StageRecorder recorder = StageRecorder.builder(folder.resolve("stage.mkv"))
                .timing(Timing.FRAME_BY_FRAME)
                .start();
        record(recorder, 2);
        for (int i = 0; i < 3; i++) {
            recorder.resize(64, 64);
            CompletableFuture.runAsync(recorder::capture).join();
        }
        recorder.close();
        assertEquals(1, log.countOf("WARNING resize(64, 64) is ignored"));
        assertEquals(1, log.countOf("WARNING a frame is not recorded: the OpenGL context"));
        assertEquals(4, log.all().size(), log.all().toString());
    }

    @Test
    void shouldHaveAFailureOnceAndWarnAtTheEnd() throws Exception {
        StageRecorder recorder = recorderTo("stage.mkv")
                .pipeline("identity error-after=5 ! x264enc tune=zerolatency ! matroskamux")
                .start();
        for (int i = 0; drawAndCapture(recorder, i) != CaptureResult.FAILED; i++) {
            Thread.sleep(2);
        }
        OnSwitch.await(() -> log.countOf("WARNING recording failed: identity") == 1); // before it is closed
        assertThrows(RecordingException.class, recorder::close);
        assertEquals(List.of("INFO", "WARNING", "WARNING"), levels());
        assertTrue(log.all().get(2).contains("truncated"), log.all().toString());
    }

    @Test
    void shouldHaveACauseOfDropsOnce() {
        StageRecorder recorder = recorderWith("identity sleep-time=50000 ! fakesink")
                .whenBehind(WhenBehind.DROP)
                .start();
        record(recorder, 40);
        recorder.close();
        assertTrue(recorder.stats().dropped() > 1, recorder.stats().toString());
        DroppedCaptures drops = recorder.stats().drops(); // on a busy machine the recorder's own thread comes late too
        assertEquals(Math.min(1, drops.poolFull()), log.countOf("WARNING a frame is dropped: the pipeline holds"));
        assertEquals(Math.min(1, drops.encoderSlow()), log.countOf("WARNING a frame is dropped: earlier ones wait"));
        assertTrue(log.all().size() <= 5, log.all().toString());
    }

    @Test
    void shouldHaveATimeThatDoesNotIncreaseOnce() {
        StageRecorder recorder = recorderTo("stage.mkv").timing(Timing.CALLER).start();
        for (long timeNs : new long[] {0, 40_000_000, 30_000_000, 20_000_000, 80_000_000}) {
            recorder.capture(timeNs);
        }
        recorder.close();
        assertEquals(2, recorder.stats().skips().time());
        assertEquals(1, log.countOf("WARNING a frame is not recorded: its time of 30000000 ns"));
        assertEquals(3, log.all().size(), log.all().toString());
    }

    private List<String> levels() {
        return log.all().stream().map(line -> line.split(" ")[0]).toList();
    }
}
