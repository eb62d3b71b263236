package io.github.stagerecorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.media.DecodedVideo;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The render thread does not wait for reads that the GPU has not finished, unless it closes the recorder. */
@Timeout(120)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the driver is preloaded by LD_PRELOAD")
class HeldReadsTest {
    @TempDir
    Path folder;

    private String run(HeldReads.Case held) throws Exception {
        return HeldDriver.run(HeldReads.class, folder.toString(), held.name());
    }

    /** The numbers of the frames, of which a busy machine drops some. */
    private List<Integer> frames() {
        return DecodedVideo.of(OnSwitch.files(folder).get(0)).frameNumbers();
    }

    @ParameterizedTest
    @EnumSource(
            value = HeldReads.Case.class,
            names = {"STOP", "STOP_AND_STAND_STILL"})
    void shouldRecordTheLastFrameOfASwitchWithoutWaitingForIt(HeldReads.Case stop) throws Exception {
        String printed = run(stop);
        assertTrue(printed.contains("waits 0\n") && printed.contains("at close 0 of 0 lost"), printed);
        List<Integer> frames = frames();
        assertTrue(printed.contains("last " + frames.get(frames.size() - 1) + "\n"), printed);
    }

    @Test
    void shouldEndASwitchsRecordingWithoutItsLastFrameWhenTheGpuHangs() throws Exception {
        String printed = run(HeldReads.Case.STOP_FOR_GOOD);
        assertTrue(printed.contains("waits 0\n") && printed.contains("at close 1 of 1 lost"), printed);
        List<Integer> frames = frames();
        assertFalse(printed.contains("last " + frames.get(frames.size() - 1) + "\n"), printed);
    }

    @ParameterizedTest
    @EnumSource(
            value = HeldReads.Case.class,
            names = {"RESIZE", "RESIZE_TO_NEW_FILE"})
    void shouldWaitForNothingInAResizeUnderDrop(HeldReads.Case resize) throws Exception {
        String printed = run(resize);
        assertTrue(printed.contains("waits 0\n") && printed.contains("then TAKEN"), printed);
        assertTrue(printed.contains(" of 0 lost"), printed);
    }

    @Test
    void shouldCloseWithinItsDeadlineWhenTheGpuHangs() throws Exception {
        String printed = run(HeldReads.Case.CLOSE);
        assertTrue(printed.contains("at close 1 of 1 lost"), printed);
        assertTrue(printed.contains("taken 2 delivered 1"), printed);
        assertEquals(List.of(0), DecodedVideo.of(folder.resolve("stage.mkv")).frameNumbers());
    }
}
