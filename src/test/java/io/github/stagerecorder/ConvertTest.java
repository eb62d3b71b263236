package io.github.stagerecorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The user can see and choose how the stage's pixels become the pipeline's pixels. */
class ConvertTest extends OnStage {
    @ParameterizedTest
    @CsvSource({
        "KERNEL, kernel \\w+ (BGRx|RGBx) to I420",
        "VIDEOCONVERT, videoconvert (BGRx|RGBx) to I420",
        "AS_READ, as read I420 to I420"
    })
    void shouldBeToldByTheStatistics(Convert convert, String expected) {
        StageRecorder recorder =
                recorderTo("stage.mkv").tuning(t -> t.convert(convert)).start();
        record(recorder, 2);
        recorder.close();
        String told = recorder.stats().conversion();
        assertTrue(told.matches(expected), told);
        assertEquals(convert == Convert.KERNEL, recorder.stats().memory().planesSlots() > 0);
    }

    @Test
    void shouldRefuseToStartWhenItCannotMakeWhatThePipelineTakes() {
        RecorderBuilder options = recorderWith("capsfilter caps=video/x-raw,format=RGB ! fakesink")
                .tuning(t -> t.convert(Convert.KERNEL));
        RecordingException refusal = assertThrows(RecordingException.class, options::start);
        assertEquals(FailureKind.DESCRIPTION, refusal.kind());
        assertTrue(refusal.getMessage().contains("KERNEL"), refusal.getMessage());
        assertTrue(refusal.getMessage().contains("is to have RGB"), refusal.getMessage());
    }
}
