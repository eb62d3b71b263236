package io.github.stagerecorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** No byte is copied between the read and the bin's input, and a path that copies is detected. */
@Timeout(120)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "copies are counted by LD_PRELOAD")
class CopyTest {
    private static final int FRAMES = 20;

    @Test
    void shouldCopyNothingBetweenTheReadAndTheBinsInput() throws Exception {
        CopyFigures figures = count(CopyPath.RECORDER);
        assertEquals(0, figures.copiedBytes(), figures.copiers());
        assertEquals(0, figures.foreignBytes());
    }

    @Test
    void shouldNoticeACopyByMemcpy() throws Exception {
        CopyFigures figures = count(CopyPath.CONTROL_MEMCPY);
        assertEquals(figures.frameBytes(), figures.copiedBytes());
        assertTrue(figures.copiers().contains("libgstreamer"), figures.copiers());
    }

    @Test
    void shouldNoticeAFrameThatIsInNoSlot() throws Exception {
        CopyFigures figures = count(CopyPath.CONTROL_ADDRESS);
        assertTrue(figures.foreignBytes() >= figures.frameBytes() * 3 / 8, figures.toString());
    }

    private static CopyFigures count(CopyPath path) throws Exception {
        return CopyRun.of(640, 360, FRAMES, path);
    }
}
