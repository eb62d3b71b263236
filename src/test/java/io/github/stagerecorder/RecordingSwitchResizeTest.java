package io.github.stagerecorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.media.DecodedVideo;
import java.util.List;
import org.freedesktop.gstreamer.Element;
import org.freedesktop.gstreamer.ElementFactory;
import org.junit.jupiter.api.Test;

/** With NEW_FILE, a stage of another size makes the switch go on in another file, which no frame waits for. */
class RecordingSwitchResizeTest extends OnSwitch {
    private RecordingSwitch newFileSwitch() {
        return switchInto(folder)
                .options(o -> o.timing(Timing.FRAME_BY_FRAME)
                        .onResize(ResizePolicy.NEW_FILE)
                        .listener(told, Runnable::run))
                .create();
    }

    private void resize(int widthPx, int heightPx) {
        surface.resize(widthPx, heightPx);
        stage.resize(widthPx, heightPx);
    }

    @Test
    void shouldGoOnInAnotherFileAfterAResize() {
        long missed;
        int resizedAt;
        try (RecordingSwitch recording = newFileSwitch()) {
            startAndAwait(recording);
            paint(recording, 5);
            resizedAt = painted;
            resize(234, 176);
            paintUntil(recording, () -> told.started.size() == 2);
            paint(recording, 5);
            assertTrue(recording.isRecording());
            missed = recording.missedFrames();
        }
        await(() -> told.ended.size() == 2);
        assertEquals(1, told.ended.get(0).stats().skips().size());
        List<Integer> before = assertGapless(told.started.get(0).path());
        List<Integer> after = assertGapless(told.started.get(1).path());
        assertEquals(resizedAt - 1, before.get(before.size() - 1));
        assertEquals(resizedAt + 1 + missed, after.get(0).longValue());
        assertEquals(painted - 1, after.get(after.size() - 1));
        assertEquals(List.of(), told.kinds());
        assertEquals(2, files(folder).size());
        DecodedVideo second = DecodedVideo.of(told.started.get(1).path());
        assertEquals("234x176", second.info().widthPx() + "x" + second.info().heightPx());
    }

    /** A trial would be one of the videotestsrc that GStreamer numbers. */
    @Test
    void shouldNotTryTheEncoderInAFrameNorForEachSizeOfADraggedWindow() {
        try (RecordingSwitch recording = newFileSwitch()) {
            startAndAwait(recording);
            paint(recording, 3);
            int testSource = nextTestSource();
            for (int widthPx = 330; widthPx < 420; widthPx += 2) {
                resize(widthPx, 238);
                paint(recording);
            }
            assertEquals(testSource + 1, nextTestSource());
            paintUntil(recording, () -> told.started.size() == 2);
            paint(recording, 3);
        }
        assertEquals(2, files(folder).size());
        assertEquals(418, told.started.get(1).widthPx());
        assertEquals(List.of(), told.kinds());
    }

    private static int nextTestSource() {
        Element next = ElementFactory.make("videotestsrc", null);
        int number = Integer.parseInt(next.getName().replace("videotestsrc", ""));
        next.dispose();
        return number;
    }

    @Test
    void shouldStayOnAtASizeThatIsNotRecordedYetAndTellWhenItIsStoppedThen() {
        try (RecordingSwitch recording = newFileSwitch()) {
            startAndAwait(recording);
            paint(recording, 3);
            resize(400, 200);
            paint(recording, 2);
            assertTrue(recording.isRecording());
            recording.stop();
            assertFalse(recording.isRecording());
            paintUntil(recording, () -> told.failures.size() == 1);
        }
        assertEquals(List.of(FailureKind.NO_FRAMES), told.kinds());
        assertEquals(1, files(folder).size());
    }
}
