package io.github.stagerecorder.encode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.Convert;
import io.github.stagerecorder.RecordingException;
import io.github.stagerecorder.frame.Picture;
import io.github.stagerecorder.settings.PixelFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The conversion follows from the slots' format and the bin's format, unless the user insists on one. */
class ConversionTest {
    @ParameterizedTest
    @CsvSource({
        "I420, BGRX, true, KERNEL",
        "NV12, RGBX, true, KERNEL",
        "I420, I420, false, AS_READ",
        "NV12, NV12, false, AS_READ",
        "I420, RGBX, false, VIDEOCONVERT",
        "BGRx, BGRX, true, VIDEOFLIP",
        "BGRx, BGRX, false, AS_READ",
        "BGRx, RGBX, true, VIDEOCONVERT",
        "RGB, BGRX, true, VIDEOCONVERT",
        "Y444, BGRX, true, VIDEOCONVERT"
    })
    void shouldBeTheLeastWork(String binFormat, PixelFormat slotFormat, boolean bottomUp, Convert expected) {
        InputPlan plan = InputPlan.of(chosen(binFormat, Convert.AUTO), slotFormat, bottomUp);
        assertEquals(binFormat, plan.encoder().input().name());
        assertEquals(expected, plan.conversion().way());
        assertEquals(new Picture(320, 240, slotFormat, bottomUp), plan.file());
    }

    @ParameterizedTest
    @CsvSource({"I420, I420, false, AS_READ", "I420, BGRX, true, KERNEL", "I420, BGRX, true, VIDEOCONVERT"})
    void shouldBeTheOneThatIsInsistedOn(String binFormat, PixelFormat slotFormat, boolean bottomUp, Convert forced) {
        InputPlan plan = InputPlan.ofPlainReads(chosen(binFormat, forced), PixelFormat.BGRX);
        assertEquals(forced, plan.conversion().way());
        assertEquals(new Picture(320, 240, slotFormat, bottomUp), plan.file());
    }

    @ParameterizedTest
    @CsvSource({"RGB, KERNEL", "BGRx, KERNEL", "BGRx, VIDEOCONVERT", "BGRx, AS_READ", "Y444, AS_READ"})
    void shouldBeRefusedWhenItCannotMakeWhatTheBinTakes(String binFormat, Convert forced) {
        var refusal = assertThrows(RecordingException.class, () -> chosen(binFormat, forced));
        assertTrue(refusal.getMessage().contains(forced.name()), refusal.getMessage());
        assertTrue(refusal.getMessage().contains("is to have " + binFormat), refusal.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"KERNEL, I420, false", "AS_READ, BGRX, true", "AS_READ, NV12, false"})
    void shouldBeRefusedWhenTheSlotsHoldSomethingElse(Convert forced, PixelFormat slotFormat, boolean bottomUp) {
        ChosenEncoder chosen = chosen("I420", forced);
        assertThrows(RecordingException.class, () -> InputPlan.of(chosen, slotFormat, bottomUp));
    }

    @Test
    void shouldTellWhatReadingCouldSpareIt() {
        assertEquals(Optional.of(PixelFormat.NV12), chosen("NV12", Convert.AUTO).readablePlanes());
        assertEquals(
                Optional.of(PixelFormat.I420), chosen("I420", Convert.AS_READ).readablePlanes());
        assertEquals(Optional.empty(), chosen("I420", Convert.KERNEL).readablePlanes());
        assertEquals(Optional.empty(), chosen("BGRx", Convert.AUTO).readablePlanes());
        assertTrue(chosen("BGRx", Convert.AUTO).wantsUpright());
        assertFalse(chosen("BGRx", Convert.VIDEOFLIP).wantsUpright());
        assertFalse(chosen("I420", Convert.AUTO).wantsUpright());
    }

    @Test
    void shouldNeedSlotsForTheFramesTheEncoderKeepsOnlyWhereItGetsSlots() {
        ChosenEncoder chosen = Requests.untried("I420", Convert.AUTO, 7);
        assertEquals(7, InputPlan.of(chosen, PixelFormat.BGRX, true).retainedSlots());
        assertEquals(7, InputPlan.of(chosen, PixelFormat.I420, false).retainedSlots());
        ChosenEncoder converted = Requests.untried("I420", Convert.VIDEOCONVERT, 7);
        assertEquals(0, InputPlan.of(converted, PixelFormat.BGRX, true).retainedSlots());
    }

    private static ChosenEncoder chosen(String binFormat, Convert forced) {
        String description = "capsfilter caps=video/x-raw,format=" + binFormat + " ! fakesink";
        return Requests.chosen(Requests.of(description, null, forced));
    }
}
