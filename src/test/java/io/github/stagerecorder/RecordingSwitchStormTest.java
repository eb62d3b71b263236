package io.github.stagerecorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.demo.OffscreenSurface;
import io.github.stagerecorder.demo.Stage;
import io.github.stagerecorder.media.DecodedVideo;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lwjgl.opengl.GL33C;

/** Many toggles from several threads, while frames come and the stage is resized: each recording ends well. */
class RecordingSwitchStormTest extends OnSwitch {
    private static final int TOGGLES = 50;
    private static final int THREADS = 2;

    @ParameterizedTest
    @EnumSource(ResizePolicy.class)
    void shouldEndEachRecordingWellInAStormOfToggles(ResizePolicy policy) throws Exception {
        AtomicInteger starts = new AtomicInteger();
        RecordingSwitch recording = RecordingSwitch.into(folder)
                .format("mkv")
                .options(o -> o.frameRate(60).onResize(policy).listener(told, Runnable::run))
                .create();
        List<Thread> threads = IntStream.range(0, THREADS)
                .mapToObj(seed -> new Thread(() -> toggle(recording, new Random(seed), starts)))
                .toList();
        threads.forEach(Thread::start);
        while (threads.stream().anyMatch(Thread::isAlive)) {
            if (painted % 40 == 39) {
                int widthPx = 100 + painted % 7 * 50;
                surface.resize(widthPx, 240);
                stage.resize(widthPx, 240);
            }
            paint(recording);
            assertEquals(GL33C.GL_NO_ERROR, GL33C.glGetError());
        }
        boolean on = recording.isRecording();
        recording.stop();
        assertFalse(recording.isRecording());
        recording.close();
        await(() -> told.ended.size() + unopened() >= starts.get() && told.ended.size() >= told.started.size());
        if (policy == ResizePolicy.SCALE) {
            assertEquals(starts.get(), told.ended.size() + unopened());
        }
        assertEquals(on ? TOGGLES + 1 : TOGGLES, 2 * starts.get());
        assertFiles();
    }

    private static void toggle(RecordingSwitch recording, Random random, AtomicInteger starts) {
        for (int i = 0; i < TOGGLES / THREADS; i++) {
            LockSupport.parkNanos(1_000_000L * random.nextInt(200));
            if (recording.toggle()) {
                starts.incrementAndGet();
            }
        }
    }

    /** The recordings that were stopped before they had a recorder, which tells its end. */
    private int unopened() {
        return (int) told.failures.stream()
                .filter(failure -> failure.getMessage().startsWith("no file"))
                .count();
    }

    private void assertFiles() {
        List<Path> complete = told.ended.stream()
                .filter(outcome -> outcome.failureKind() != FailureKind.NO_FRAMES)
                .map(outcome -> {
                    assertEquals(Outcome.Status.COMPLETE, outcome.status(), outcome::toString);
                    StatsIdentities.checkEnded(outcome.stats(), outcome.stats().calls());
                    return outcome.files().get(0).path();
                })
                .sorted()
                .toList();
        assertEquals(complete, files(folder));
        assertTrue(complete.size() > 3, complete::toString);
        complete.forEach(file -> assertTrue(DecodedVideo.of(file).frameNumbers().size() > 0));
    }

    /** Each window has its own thread and context. */
    @Test
    void shouldServeTwoWindowsWithOneFolder() throws Exception {
        List<Thread> windows = IntStream.range(0, 2)
                .mapToObj(i -> new Thread(this::recordThreeTimes))
                .toList();
        windows.forEach(Thread::start);
        for (Thread window : windows) {
            window.join();
        }
        assertEquals(6, files(folder).size());
        files(folder).forEach(OnSwitch::assertGapless);
        assertEquals(List.of(), told.kinds());
    }

    private void recordThreeTimes() {
        try (OffscreenSurface window = new OffscreenSurface(WIDTH_PX, HEIGHT_PX);
                Stage own = new Stage(window.widthPx(), window.heightPx());
                RecordingSwitch recording = switchInto(folder).create()) {
            int frame = 0;
            for (int i = 0; i < 3; i++) {
                recording.start();
                for (int taken = 0; taken < 10; frame++) {
                    long missed = recording.missedFrames();
                    own.draw(frame, frame / 30.0);
                    recording.frame();
                    taken += recording.missedFrames() == missed && recording.isRecording() ? 1 : 0;
                    LockSupport.parkNanos(5_000_000);
                }
                recording.stop();
            }
        }
    }
}
