package io.github.stagerecorder.choice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.Convert;
import io.github.stagerecorder.DescribedPath;
import io.github.stagerecorder.FailureKind;
import io.github.stagerecorder.RecordingException;
import io.github.stagerecorder.encode.ChosenEncoder;
import io.github.stagerecorder.encode.Requests;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An encoder whose frames all have one time is refused before the recording. */
@Timeout(60)
class TimesInTrialTest {
    @TempDir
    Path folder;

    @Test
    void shouldRefuseADescriptionWhoseTimesStandStill() throws Exception {
        assertRefused(StuckEncoder.NAME + " ! matroskamux", folder.resolve("stage.mkv"));
    }

    @Test
    void shouldRefuseItWhenItHasItsOwnSink() throws Exception {
        Path elsewhere = folder.resolve("elsewhere.mkv");
        assertRefused(StuckEncoder.NAME + " ! matroskamux ! filesink location=" + DescribedPath.of(elsewhere), null);
        assertFalse(elsewhere.toFile().exists());
    }

    private void assertRefused(String description, Path output) throws InterruptedException {
        StuckEncoder.assumeStuck();
        RecordingException refused = assertThrows(RecordingException.class, () -> chosen(description, output));
        assertEquals(FailureKind.ENCODER, refused.kind());
        assertTrue(
                refused.getMessage().contains("all its frames have the same time")
                        && refused.getMessage().contains(StuckEncoder.NAME),
                refused.getMessage());
    }

    /** Encoders that give headers before frames, several buffers a frame, frames out of order, or one frame in all. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "theoraenc ! oggmux",
                "x264enc bframes=3 ! matroskamux",
                "x264enc tune=zerolatency sliced-threads=true byte-stream=true ! h264parse ! matroskamux",
                "vp8enc deadline=1 lag-in-frames=16 ! webmmux",
                "avenc_ffv1 ! matroskamux",
                "jpegenc ! multipartmux",
                "pngenc snapshot=true",
                "videorate ! capsfilter caps=video/x-raw,framerate=1/60 ! jpegenc ! avimux",
                "videorate ! capsfilter caps=video/x-raw,framerate=1/1 ! x264enc tune=zerolatency ! matroskamux",
                "identity"
            })
    void shouldTakeEncodersWhoseTimesAdvance(String description) {
        assertEquals(
                description, chosen(description, folder.resolve("stage.mkv")).description());
    }

    private static ChosenEncoder chosen(String description, Path output) {
        return Requests.chosen(Requests.of(description, output, Convert.AUTO));
    }
}
