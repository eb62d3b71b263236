package io.github.stagerecorder;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.stagerecorder.demo.OffscreenSurface;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages name elements as the user has written them, and what to do. */
@Timeout(60)
class RefusalWordsTest {
    /** Elements of the recorder's own, and names that GStreamer has made up by counting. */
    private static final String OURS = "(?s).*(videotestsrc|appsrc|fakesink|capsfilter\\d|enc\\d|mux\\d|bin\\d).*";

    @TempDir
    Path folder;

    private OffscreenSurface surface;

    @BeforeEach
    void openSurface() {
        surface = new OffscreenSurface(320, 240);
    }

    @AfterEach
    void closeSurface() {
        surface.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "avenc_dpx                                   | avenc_dpx refuses video/x-raw",
                "avenc_dpx name=mine                         | mine refuses video/x-raw",
                "queue ! ( identity ! avenc_dpx )            | avenc_dpx refuses video/x-raw",
                "theoraenc ! avenc_h264_omx ! matroskamux    | cannot parse",
                "jpegenc ! oggmux                            | could not link jpegenc to oggmux",
                "capsfilter caps=video/x-raw,framerate=16/49 ! jpegenc | does not take video/x-raw",
                "avenc_h263 ! avimux                         | does not take",
                "avenc_prores_ks ! qtmux                     | videoconvert ! avenc_prores_ks ! qtmux",
                "identity error-after=1 ! theoraenc ! oggmux | identity: Failed after iterations"
            })
    void shouldNameWhatTheUserHasWritten(String description, String words) {
        RecordingException refusal = assertThrows(
                RecordingException.class, () -> recorder(description).start());
        assumeTrue(refusal.kind() != FailureKind.MISSING_ELEMENT, refusal.getMessage()); // GStreamer 1.28 lacks some
        assertTrue(refusal.getMessage().contains(words), refusal.getMessage());
        assertFalse(refusal.getMessage().matches(OURS), refusal.getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x264enc ! capssetter replace=true caps=\"video/x-h264,stream-format=avc,alignment=au\" ! m."
                        + " opusenc ! m. mp4mux name=m | capssetter refuses video/x-h264",
                "vp8enc ! m. opusenc ! m. webmmux name=m ! identity error-after=1 | identity: Failed after iterations"
            })
    void shouldNameNoQueueThatIsPutIn(String description, String words) {
        RecorderBuilder options = recorder(description).audio(48_000, 2, SampleFormat.S16);
        RecordingException refusal = assertThrows(RecordingException.class, options::start);
        assertTrue(refusal.getMessage().contains(words), refusal.getMessage());
        assertFalse(refusal.getMessage().contains("stagerecorder-"), refusal.getMessage());
    }

    @Test
    void shouldNameARemedyThatWorks() {
        try (StageRecorder recorder =
                recorder("videoconvert ! avenc_prores_ks ! qtmux").start()) {
            recorder.capture();
            assertNull(recorder.finish().join().cause());
        }
    }

    private RecorderBuilder recorder(String description) {
        return StageRecorder.builder(folder.resolve("stage.bin"))
                .size(320, 240)
                .timing(Timing.FRAME_BY_FRAME)
                .pipeline(description);
    }
}
