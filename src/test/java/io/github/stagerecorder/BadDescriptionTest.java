package io.github.stagerecorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.stagerecorder.media.DecodedVideo;
import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A description that cannot work is refused at start with the reason, and no file appears. */
class BadDescriptionTest extends OnStage {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "theoraenc ! ! oggmux                      | cannot parse",
                "theoraenc ) ! oggmux                      | parenthesis",
                "t.!queue)!                                | parenthesis",
                "x264enc foo=3 ! matroskamux               | foo",
                "theoraenc ! x264enc ! matroskamux         | could not link",
                "videotestsrc ! theoraenc ! oggmux         | no unlinked sink pad",
                "theoraenc theoraenc ! oggmux              | more than one unlinked",
                "tee name=t t. ! queue ! theoraenc t. ! queue ! vp8enc | more than one unlinked src",
                "audioconvert ! vorbisenc ! oggmux         | no raw video",
                "video/x-raw,format=I420 ! theoraenc ! oggmux | write capsfilter caps=\"video/x-raw,format=I420\"",
                "theoraenc ! oggmux ! application/ogg      | write capsfilter caps=\"application/ogg\"",
                "theoraenc ! oggmux ! fakesink             | leave that sink out, or record by StageRecorder.builder()",
            })
    void shouldRefuseWithTheReason(String description, String reason) throws Exception {
        RecorderBuilder builder = recorderTo("stage.ogg").pipeline(description.strip());
        RecordingException refusal = assertThrows(RecordingException.class, builder::start);
        assertEquals(FailureKind.DESCRIPTION, refusal.kind());
        assertTrue(refusal.getMessage().contains(reason.strip()), refusal.getMessage());
        assertFolderEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nosuchenc ! oggmux  | nosuchenc | nosuchenc",
                "vaapih264enc ! mp4mux | vaapih264enc | gstreamer1.0-vaapi",
            })
    void shouldNameTheMissingElementAndItsPackage(String description, String element, String pack) throws Exception {
        assumeTrue(pack.equals(element) || !OS.WINDOWS.isCurrentOs(), "Windows has no package of one plugin");
        RecorderBuilder builder = recorderTo("stage.ogg").pipeline(description.strip());
        RecordingException refusal = assertThrows(RecordingException.class, builder::start);
        assertEquals(FailureKind.MISSING_ELEMENT, refusal.kind());
        assertTrue(refusal.getMessage().contains(element.strip()), refusal.getMessage());
        assertTrue(refusal.getMessage().contains(pack.strip()), refusal.getMessage());
        assertFolderEmpty();
    }

    @Test
    void shouldTellBareCapsInADescriptionOfSeveralLines() {
        RecorderBuilder builder = recorderTo("stage.ogg").pipeline("video/x-raw,format=I420 !\n theoraenc ! oggmux");
        RecordingException refusal = assertThrows(RecordingException.class, builder::start);
        assertTrue(refusal.getMessage().contains("write capsfilter"), refusal.getMessage());
    }

    @Test
    void shouldRefuseAnEncoderFromWhichNothingComes() throws Exception {
        RecorderBuilder builder =
                recorderTo("stage.mkv").pipeline("identity drop-probability=1 ! x264enc ! matroskamux");
        RecordingException refusal = assertThrows(RecordingException.class, builder::start);
        assertEquals(FailureKind.ENCODER, refusal.kind());
        assertFolderEmpty();
    }

    @Test
    void shouldRefuseWithinItsDeadlineWhenAnElementDoesNotStart() throws Exception {
        RecorderBuilder builder = recorderTo("stage.ogg")
                .pipeline("theoraenc ! oggmux name=m filesrc location=" + DescribedPath.of(folder.resolve("missing"))
                        + " ! m.");
        RecordingException refusal =
                assertTimeout(Duration.ofSeconds(15), () -> assertThrows(RecordingException.class, builder::start));
        assertEquals(FailureKind.ENCODER, refusal.kind());
        assertTrue(refusal.getMessage().contains("does not start"), refusal.getMessage());
        assertFolderEmpty();
    }

    @Test
    void shouldRefuseAFormatWithAnInvalidName() {
        RecorderBuilder builder = recorderTo("stage.ogg");
        assertThrows(IllegalArgumentException.class, () -> builder.tuning(t -> t.pixelFormat("((")));
    }

    @Test
    void shouldTakeASinkThatHidesPadsOfItsOwn() throws Exception {
        String location = DescribedPath.of(folder.resolve("part%02d.mkv"));
        try (StageRecorder recorder = recorderWith(
                        "x264enc ! splitmuxsink muxer-factory=matroskamux location=" + location)
                .start()) {
            record(recorder, 5);
        }
        assertEquals(
                5, DecodedVideo.of(folder.resolve("part00.mkv")).frameNumbers().size());
    }

    @Test
    void shouldTakeADescriptionInParentheses() {
        try (StageRecorder recorder =
                recorderTo("stage.mkv").pipeline("( x264enc ! matroskamux )").start()) {
            record(recorder, 5);
        }
        assertEquals(
                5, DecodedVideo.of(folder.resolve("stage.mkv")).frameNumbers().size());
    }

    @Test
    void shouldRefuseADescriptionWithoutSinkWhenNoFileIsGiven() {
        RecorderBuilder builder = recorderWith("theoraenc ! oggmux");
        RecordingException refusal = assertThrows(RecordingException.class, builder::start);
        assertTrue(refusal.getMessage().contains("does not end in a sink"), refusal.getMessage());
    }

    @Test
    void shouldRefuseAPixelFormatThatThePipelineDoesNotTake() {
        RecorderBuilder builder =
                recorderTo("stage.ogg").pipeline("theoraenc ! oggmux").tuning(t -> t.pixelFormat("NV12"));
        RecordingException refusal = assertThrows(RecordingException.class, builder::start);
        assertTrue(refusal.getMessage().contains("NV12"), refusal.getMessage());
    }

    @Test
    void shouldRefuseQualityBesideADescription() {
        RecorderBuilder builder =
                recorderTo("stage.ogg").pipeline("theoraenc ! oggmux").quality(Quality.HIGH);
        assertThrows(IllegalArgumentException.class, builder::start);
    }

    private void assertFolderEmpty() throws Exception {
        try (var files = Files.list(folder)) {
            assertFalse(files.findAny().isPresent(), "a refused recording has left a file behind");
        }
    }
}
