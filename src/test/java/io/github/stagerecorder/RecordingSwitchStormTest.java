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
    private static final int STORMS = 4;
    private static final int TOGGLES = 12;
    private static final int THREADS = 2;

    private int starts;

    /** After each storm a recording is left in peace, however long its start takes: this one has frames. */
    @ParameterizedTest
    @EnumSource(ResizePolicy.class)
    void shouldEndEachRecordingWellInAStormOfToggles(ResizePolicy policy) throws Exception {
        try (RecordingSwitch recording = RecordingSwitch.into(folder)
                .format("mkv")
                .options(o -> o.frameRate(60).onResize(policy).listener(told, Runnable::run))
                .create()) {
            for (int i = 0; i < STORMS; i++) {
                storm(recording);
                paintUntil(recording, this::areAllOver);
                startAndAwait(recording);
                starts++;
                recording.stop();
            }
        }
        await(this::areAllOver);
        if (policy == ResizePolicy.SCALE) {
            assertEquals(starts, told.ended.size() + unopened());
        }
        assertFiles();
    }

    private boolean areAllOver() {
        return told.ended.size() + unopened() >= starts && told.ended.size() >= told.started.size();
    }

    /** The switch is off at the end. */
    private void storm(RecordingSwitch recording) {
        AtomicInteger turnedOn = new AtomicInteger();
        List<Thread> threads = IntStream.range(0, THREADS)
                .mapToObj(seed -> new Thread(() -> toggle(recording, new Random(seed), turnedOn)))
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
        assertEquals(recording.isRecording() ? TOGGLES + 1 : TOGGLES, 2 * turnedOn.get());
        recording.stop();
        assertFalse(recording.isRecording());
        starts += turnedOn.get();
    }

    private static void toggle(RecordingSwitch recording, Random random, AtomicInteger turnedOn) {
        for (int i = 0; i < TOGGLES / THREADS; i++) {
            LockSupport.parkNanos(1_000_000L * random.nextInt(200));
            if (recording.toggle()) {
                turnedOn.incrementAndGet();
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
        assertTrue(complete.size() >= STORMS, complete::toString);
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
