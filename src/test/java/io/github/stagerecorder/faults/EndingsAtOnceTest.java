package io.github.stagerecorder.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.stagerecorder.EncodeOn;
import io.github.stagerecorder.Outcome;
import io.github.stagerecorder.Outcome.Status;
import io.github.stagerecorder.StageRecorder;
import io.github.stagerecorder.Timing;
import io.github.stagerecorder.demo.OffscreenSurface;
import io.github.stagerecorder.demo.Stage;
import io.github.stagerecorder.media.DecodedVideo;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Several recordings drain in the background while another one continues, and none of them disturbs another. */
@Timeout(60)
class EndingsAtOnceTest {
    private static final int FRAMES = 20;

    @TempDir
    Path folder;

    private EncodeOn encodeOn;
    private Stage stage;

    @ParameterizedTest
    @EnumSource(EncodeOn.class)
    void shouldEndEachInItsWayWhenSeveralEndAtOnce(EncodeOn thread) {
        encodeOn = thread;
        try (OffscreenSurface surface = new OffscreenSurface(WatchedStage.WIDTH_PX, WatchedStage.HEIGHT_PX);
                Stage onSurface = new Stage(surface.widthPx(), surface.heightPx());
                WatchedRecorder good = open("good", "identity");
                WatchedRecorder slow = open("slow", "identity sleep-time=30000");
                WatchedRecorder failing = open("failing", Fault.ERROR.element(FRAMES - 5));
                WatchedRecorder stuck = open("stuck", Fault.STUCK.element(FRAMES));
                WatchedRecorder goingOn = open("going-on", "identity")) {
            stage = onSurface;
            Fault.STUCK.strike(stuck.recorder());
            CompletableFuture<Outcome> stuckEnd = recordAndFinish(stuck, 3);
            CompletableFuture<Outcome> slowEnd = recordAndFinish(slow, FRAMES);
            assertFalse(stuckEnd.isDone() || slowEnd.isDone(), "nothing ends at the same time");
            CompletableFuture<Outcome> failingEnd = recordAndFinish(failing, FRAMES);
            CompletableFuture<Outcome> goodEnd = recordAndFinish(good, FRAMES);
            record(goingOn, 0, FRAMES);

            assertComplete("good", goodEnd.join(), good);
            assertComplete("slow", slowEnd.join(), slow);
            assertEquals(Status.TRUNCATED, failingEnd.join().status());
            assertEquals(Status.FAILED, stuckEnd.join().status());
            record(goingOn, FRAMES, 2 * FRAMES);
            assertComplete("going-on", goingOn.end().outcome(), goingOn);
        }
    }

    private WatchedRecorder open(String name, String element) {
        return new WatchedRecorder(StageRecorder.builder(folder.resolve(name + ".mkv"))
                .size(WatchedStage.WIDTH_PX, WatchedStage.HEIGHT_PX)
                .pipeline(element + " ! x264enc tune=zerolatency ! matroskamux")
                .timing(Timing.FRAME_BY_FRAME)
                .encodeOn(encodeOn)
                .closeTimeout(Duration.ofMillis(500)));
    }

    private void record(WatchedRecorder recorder, int from, int to) {
        for (int number = from; number < to; number++) {
            stage.draw(number, number / 30.0);
            recorder.capture(number);
        }
    }

    private CompletableFuture<Outcome> recordAndFinish(WatchedRecorder recorder, int frames) {
        record(recorder, 0, frames);
        return recorder.recorder().finish().toCompletableFuture();
    }

    private void assertComplete(String name, Outcome outcome, WatchedRecorder recorder) {
        assertEquals(Status.COMPLETE, outcome.status(), () -> name + " ended as " + outcome);
        assertEquals(0, outcome.stats().memory().poolBytes());
        assertEquals(
                recorder.takenNumbers(),
                DecodedVideo.of(folder.resolve(name + ".mkv")).frameNumbers());
    }
}
