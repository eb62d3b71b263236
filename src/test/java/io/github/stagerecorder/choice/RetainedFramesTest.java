package io.github.stagerecorder.choice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.Convert;
import io.github.stagerecorder.DescribedPath;
import io.github.stagerecorder.encode.ChosenEncoder;
import io.github.stagerecorder.encode.Requests;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The number of frames that an encoder keeps is found before a recording starts. */
class RetainedFramesTest {
    /** x264's default lookahead. Threads and B-frames add some frames to it. */
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
        assertWithin(LOOKAHEAD, LOOKAHEAD + 40, chosen(description, folder.resolve("stage.mkv")));
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
        assertEquals(frames, chosen(description, folder.resolve("stage.mkv")).retained());
    }

    @Test
    void shouldBeFoundWithoutRunningADescriptionThatWritesElsewhere() {
        Path elsewhere = folder.resolve("elsewhere.mkv");
        ChosenEncoder chosen = chosen(
                "x264enc rc-lookahead=20 ! tee name=t ! queue ! matroskamux ! filesink location="
                        + DescribedPath.of(elsewhere) + " t. ! queue ! fakesink",
                null);
        assertWithin(20, 20 + 40, chosen);
        assertFalse(Files.exists(elsewhere));
    }

    private static ChosenEncoder chosen(String description, Path output) {
        return Requests.chosen(Requests.of(description, output, Convert.AUTO));
    }

    private static void assertWithin(int least, int most, ChosenEncoder chosen) {
        assertTrue(chosen.retained() >= least && chosen.retained() <= most, () -> "kept frames: " + chosen.retained());
    }
}
