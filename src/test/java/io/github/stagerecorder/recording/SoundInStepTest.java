package io.github.stagerecorder.recording;

import io.github.stagerecorder.RecorderBuilder;
import io.github.stagerecorder.ResizePolicy;
import io.github.stagerecorder.StageRecorder;
import io.github.stagerecorder.Timing;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * In real time and by the caller's clock, what is seen and heard at the same moment is so in the file: in that of every
 * preset, and after a pause and in a new file too.
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

    private FlashingShow show(String name, Timing timing) {
        RecorderBuilder options = StageRecorder.builder(folder.resolve(name)).onResize(ResizePolicy.NEW_FILE);
        return new FlashingShow(options, timing, WIDTH_PX, HEIGHT_PX);
    }

    /** Theora in Ogg has a picture for each tick of the frame rate, and so a picture is up to half a frame off. */
    @ParameterizedTest
    @CsvSource({
        "stage.mp4, REAL_TIME",
        "stage.mov, REAL_TIME",
        "stage.mkv, REAL_TIME",
        "stage.webm, REAL_TIME",
        "stage.ogg, REAL_TIME"
    })
    void shouldBeInStepInEveryPreset(String name, Timing timing) {
        try (FlashingShow show = show(name, timing)) {
            show.play(4.5);
        }
        double gridS = name.endsWith("ogg") ? HALF_A_FRAME_S : 0;
        Step.of(folder.resolve(name)).require(0, 4.5, 10, mostOffS(timing) + gridS);
    }

    @ParameterizedTest
    @CsvSource({"stage.mp4, REAL_TIME", "stage.webm, REAL_TIME", "stage.mp4, CALLER", "stage.webm, CALLER"})
    void shouldBeInStepInEachFileWhereThereAreSeveral(String name, Timing timing) {
        try (FlashingShow show = show(name, timing)) {
            show.play(4);
            show.resize(2 * WIDTH_PX, 2 * HEIGHT_PX);
            show.play(3.5);
        }
        Step.of(folder.resolve(name)).require(0, 4.5, 8, mostOffS(timing));
        Step.of(folder.resolve(name.replace("stage", "stage-2"))).require(0, 4.5, 8, mostOffS(timing));
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
        step.require(0, 2.9, 6, mostOffS(timing));
        step.require(3.1, 6.5, 6, mostOffS(timing));
    }
}
