package io.github.stagerecorder.encode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.frame.FrameRate;
import io.github.stagerecorder.frame.Picture;
import io.github.stagerecorder.frame.PixelFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The way of conversion follows from what the slots hold and what the bin takes, unless the user insists on one. */
class WayTest {
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
    void shouldBeTheLeastWork(String binFormat, PixelFormat slotFormat, boolean bottomUp, Way expected) {
        EncoderPlan plan = plan(binFormat, null).reading(slotFormat, bottomUp);
        assertEquals(binFormat, plan.binFormat());
        assertEquals(expected, plan.conversion().way());
        assertEquals(new Picture(320, 240, slotFormat, bottomUp), plan.file());
    }

    @ParameterizedTest
    @CsvSource({"I420, I420, false, AS_READ", "I420, BGRX, true, KERNEL", "I420, BGRX, true, VIDEOCONVERT"})
    void shouldBeTheOneThatIsInsistedOn(String binFormat, PixelFormat slotFormat, boolean bottomUp, Way forced) {
        EncoderPlan plan = plan(binFormat, forced);
        assertEquals(forced, plan.conversion().way());
        assertEquals(new Picture(320, 240, slotFormat, bottomUp), plan.file());
    }

    @ParameterizedTest
    @CsvSource({"RGB, KERNEL", "BGRx, KERNEL", "BGRx, VIDEOCONVERT", "BGRx, AS_READ", "Y444, AS_READ"})
    void shouldBeRefusedWhenItCannotMakeWhatTheBinTakes(String binFormat, Way forced) {
        var refusal = assertThrows(EncodeException.class, () -> plan(binFormat, forced));
        assertTrue(refusal.getMessage().contains(forced.name()), refusal.getMessage());
        assertTrue(refusal.getMessage().contains("is to have " + binFormat), refusal.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"KERNEL, I420, false", "AS_READ, BGRX, true", "AS_READ, NV12, false"})
    void shouldBeRefusedWhenTheSlotsHoldSomethingElse(Way forced, PixelFormat slotFormat, boolean bottomUp) {
        EncoderPlan plan = plan("I420", forced);
        assertThrows(EncodeException.class, () -> plan.reading(slotFormat, bottomUp));
    }

    @Test
    void shouldTellWhatReadingCouldSpareIt() {
        assertEquals(Optional.of(PixelFormat.NV12), plan("NV12", null).readablePlanes());
        assertEquals(Optional.of(PixelFormat.I420), plan("I420", Way.AS_READ).readablePlanes());
        assertEquals(Optional.empty(), plan("I420", Way.KERNEL).readablePlanes());
        assertEquals(Optional.empty(), plan("BGRx", null).readablePlanes());
        assertTrue(plan("BGRx", null).wantsUpright());
        assertFalse(plan("BGRx", null).reading(PixelFormat.BGRX, false).wantsUpright());
        assertFalse(plan("I420", null).wantsUpright());
    }

    @Test
    void shouldNeedAsManySlotsAsTheEncoderKeepsOnlyWhereItIsGivenOurs() {
        EncoderPlan plan = plan("I420", null).withRetained(7);
        assertEquals(7, plan.retainedSlots());
        assertEquals(7, plan.reading(PixelFormat.I420, false).retainedSlots());
        assertEquals(0, plan("I420", Way.VIDEOCONVERT).withRetained(7).retainedSlots());
    }

    private static EncoderPlan plan(String binFormat, Way forced) {
        String description = "capsfilter caps=video/x-raw,format=" + binFormat + " ! fakesink";
        return Planner.plan(
                new EncoderSettings(
                        null, false, description, null, forced, 1, new FrameRate(30, 1), 0, false, 10_000_000_000L),
                Picture.asRead(320, 240, PixelFormat.BGRX));
    }
}
