package io.github.stagerecorder.encode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.frame.FrameRate;
import io.github.stagerecorder.frame.Picture;
import io.github.stagerecorder.frame.PixelFormat;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How many frames the encoder of a description keeps is found before a recording starts. */
class RetainedFramesTest {
    private static final Picture STAGE = Picture.asRead(320, 240, PixelFormat.BGRX);

    /** x264's lookahead by default, to which it adds some for its threads and B-frames. */
    private static final int LOOKAHEAD = 40;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x264enc ! matroskamux",
                "queue ! x264enc ! queue ! matroskamux",
                "videorate ! capsfilter caps=video/x-raw,framerate=15/1 ! x264enc ! matroskamux",
                "tee name=t ! queue max-size-time=0 ! x264enc tune=zerolatency ! matroskamux name=m t. ! queue ! x264enc ! m.",
                "x264enc ! matroskamux name=m audiotestsrc is-live=true ! vorbisenc ! m."
            })
    void shouldBeTheLookaheadAndSomeWhereverTheEncoderStands(String description) {
        assertWithin(LOOKAHEAD, LOOKAHEAD + 40, plan(description, folder.resolve("stage.mkv")));
    }

    @ParameterizedTest
    @CsvSource({
        "x264enc tune=zerolatency ! matroskamux, 0",
        "theoraenc ! matroskamux, 0",
        "vp8enc deadline=1 ! matroskamux, 0",
        "vp8enc deadline=1 lag-in-frames=7 ! matroskamux, 7",
        "pngenc ! multipartmux, 0"
    })
    void shouldBeWhatTheEncoderIsToldToLookAhead(String description, int frames) {
        assertEquals(frames, plan(description, folder.resolve("stage.mkv")).retained());
    }

    @Test
    void shouldBeFoundWithoutRunningADescriptionThatWritesElsewhere() {
        Path elsewhere = folder.resolve("elsewhere.mkv");
        EncoderPlan plan = plan(
                "x264enc rc-lookahead=20 ! tee name=t ! queue ! matroskamux ! filesink location=" + elsewhere
                        + " t. ! queue ! fakesink",
                null);
        assertWithin(20, 20 + 40, plan);
        assertFalse(Files.exists(elsewhere));
    }

    private static EncoderPlan plan(String description, Path output) {
        return Planner.plan(
                new EncoderSettings(
                        output, false, description, null, null, 1, new FrameRate(30, 1), 0, false, 10_000_000_000L),
                STAGE);
    }

    private static void assertWithin(int least, int most, EncoderPlan plan) {
        assertTrue(plan.retained() >= least && plan.retained() <= most, () -> "kept frames: " + plan.retained());
    }
}
