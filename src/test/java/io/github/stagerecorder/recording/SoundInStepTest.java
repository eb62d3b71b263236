package io.github.stagerecorder.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.RecorderBuilder;
import io.github.stagerecorder.ResizePolicy;
import io.github.stagerecorder.SavedReplay;
import io.github.stagerecorder.StageRecorder;
import io.github.stagerecorder.Timing;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * By every timing, what is seen and heard at the same moment is so in the file: in that of every preset, and after a
 * pause and in a new file too. Where the machine's load plays no part, that holds for every single beep.
 */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class SoundInStepTest {
    private static final double HALF_A_FRAME_S = 0.5 / 30;
    private static final int WIDTH_PX = 160;
    private static final int HEIGHT_PX = 120;

    @TempDir
    private Path folder;

    private static double mostOffS(Timing timing) {
        return timing == Timing.REAL_TIME ? 0.005 : 0.001;
    }

    /** Theora in Ogg has a picture for each tick of the frame rate; one of another time is up to half a frame off. */
    private static double mostOffS(String name, Timing timing) {
        boolean isOnGrid = !name.endsWith("ogg") || timing == Timing.FRAME_BY_FRAME;
        return mostOffS(timing) + (isOnGrid ? 0 : HALF_A_FRAME_S);
    }

    private static void require(Step step, Timing timing, double fromS, double toS, int leastFlashes, double mostOffS) {
        step.require(fromS, toS, leastFlashes, mostOffS);
        if (timing != Timing.REAL_TIME) {
            step.requireEachInStep(fromS, toS, leastFlashes, mostOffS);
        }
    }

    private FlashingShow show(String name, Timing timing) {
        RecorderBuilder options = StageRecorder.builder(folder.resolve(name)).onResize(ResizePolicy.NEW_FILE);
        return new FlashingShow(options, timing, WIDTH_PX, HEIGHT_PX);
    }

    @ParameterizedTest
    @CsvSource({
        "stage.mp4, REAL_TIME",
        "stage.mov, REAL_TIME",
        "stage.mkv, REAL_TIME",
        "stage.webm, REAL_TIME",
        "stage.ogg, REAL_TIME",
        "stage.mp4, FRAME_BY_FRAME",
        "stage.mov, FRAME_BY_FRAME",
        "stage.mkv, FRAME_BY_FRAME",
        "stage.webm, FRAME_BY_FRAME",
        "stage.ogg, FRAME_BY_FRAME",
        "stage.ogg, CALLER"
    })
    void shouldBeInStepInEveryPreset(String name, Timing timing) {
        try (FlashingShow show = show(name, timing)) {
            show.play(4.5);
        }
        require(Step.of(folder.resolve(name)), timing, 0, 4.5, 10, mostOffS(name, timing));
    }

    @ParameterizedTest
    @CsvSource({"stage.mp4, REAL_TIME", "stage.webm, REAL_TIME", "stage.mp4, CALLER", "stage.webm, CALLER"})
    void shouldBeInStepInEachFileWhereThereAreSeveral(String name, Timing timing) {
        try (FlashingShow show = show(name, timing)) {
            show.play(4);
            show.resize(2 * WIDTH_PX, 2 * HEIGHT_PX);
            show.play(3.5);
        }
        for (String part : List.of(name, name.replace("stage", "stage-2"))) {
            require(Step.of(folder.resolve(part)), timing, 0, 4.5, 8, mostOffS(timing));
        }
    }

    /** A replay begins and ends as it happens to be, and so the beep of a flash there may be cut. */
    @ParameterizedTest
    @CsvSource({"mp4, REAL_TIME", "webm, REAL_TIME", "mov, CALLER", "mkv, CALLER"})
    void shouldBeInStepInAReplay(String format, Timing timing) {
        RecorderBuilder options = StageRecorder.builder(folder.resolve("stage." + format))
                .replay(Duration.ofSeconds(3))
                .onResize(ResizePolicy.SCALE);
        CompletableFuture<SavedReplay> save;
        try (FlashingShow show = new FlashingShow(options, timing, WIDTH_PX, HEIGHT_PX)) {
            show.play(5);
            save = show.recorder().saveReplay(folder.resolve("replay." + format));
            show.play(2);
        }
        requireInStep(save.join(), timing, 8);
    }

    private static void requireInStep(SavedReplay saved, Timing timing, int leastFlashes) {
        double toS = saved.duration().toMillis() / 1e3 - 0.2;
        Step step = Step.of(saved.file());
        step.requireInStep(0.3, toS, leastFlashes, mostOffS(timing));
        if (timing != Timing.REAL_TIME) {
            step.requireEachInStep(0.3, toS, leastFlashes, mostOffS(timing));
        }
    }

    /** It is of the present file alone, with the times in it cut by the pause. */
    @ParameterizedTest
    @CsvSource({"mp4, REAL_TIME", "mp4, CALLER", "webm, CALLER"})
    void shouldBeInStepInAReplayOverAPauseInASecondFile(String format, Timing timing) {
        RecorderBuilder options = StageRecorder.builder(folder.resolve("stage." + format))
                .replay(Duration.ofSeconds(9))
                .onResize(ResizePolicy.NEW_FILE);
        CompletableFuture<SavedReplay> save;
        try (FlashingShow show = new FlashingShow(options, timing, WIDTH_PX, HEIGHT_PX)) {
            show.play(2.5);
            show.resize(2 * WIDTH_PX, 2 * HEIGHT_PX);
            show.play(2);
            show.recorder().pause();
            show.play(1.3);
            show.recorder().resume();
            show.play(2);
            save = show.recorder().saveReplay(folder.resolve("replay." + format));
            show.play(1.5);
        }
        assertEquals(4, save.join().duration().toMillis() / 1e3, 0.5);
        requireInStep(save.join(), timing, 8);
    }

    @ParameterizedTest
    @CsvSource({"stage.mp4, REAL_TIME", "stage.webm, REAL_TIME", "stage.mp4, CALLER", "stage.ogg, CALLER"})
    void shouldBeInStepWhenSoundComesBackAfterTenSeconds(String name, Timing timing) {
        try (FlashingShow show = show(name, timing)) {
            show.play(3);
            show.mute(true);
            show.play(10);
            show.mute(false);
            show.play(3);
            assertTrue(show.recorder().stats().dropped() == 0 || timing == Timing.REAL_TIME);
        }
        Step step = Step.of(folder.resolve(name));
        require(step, timing, 0, 2.9, 6, mostOffS(name, timing));
        require(step, timing, 13.5, 15.8, 4, mostOffS(name, timing));
    }

    /** The show goes on during the pause. */
    @ParameterizedTest
    @CsvSource({"stage.mov, REAL_TIME", "stage.mkv, REAL_TIME", "stage.mov, CALLER", "stage.mkv, CALLER"})
    void shouldBeInStepAfterAPause(String name, Timing timing) {
        try (FlashingShow show = show(name, timing)) {
            show.play(3);
            show.recorder().pause();
            show.play(1.7);
            show.recorder().resume();
            show.play(3);
        }
        Step step = Step.of(folder.resolve(name));
        require(step, timing, 0, 2.9, 6, mostOffS(timing));
        require(step, timing, 3.1, 6.5, 6, mostOffS(timing));
    }
}
