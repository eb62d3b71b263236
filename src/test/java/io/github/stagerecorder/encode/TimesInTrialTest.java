package io.github.stagerecorder.encode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.stagerecorder.Convert;
import io.github.stagerecorder.FailureKind;
import io.github.stagerecorder.RecordingException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.freedesktop.gstreamer.Bin;
import org.freedesktop.gstreamer.Element;
import org.freedesktop.gstreamer.Gst;
import org.freedesktop.gstreamer.Pad;
import org.freedesktop.gstreamer.PadProbeReturn;
import org.freedesktop.gstreamer.PadProbeType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An encoder whose frames all have one time is refused before the recording. The avenc_mpeg4 of GStreamer 1.22 with
 * FFmpeg 5.1 is such a one; that of 1.26 with FFmpeg 7.1 is not.
 */
@Timeout(60)
class TimesInTrialTest {
    private static final String STUCK = "avenc_mpeg4";
    private static final int PICTURES = 3;

    @TempDir
    Path folder;

    @Test
    void shouldRefuseADescriptionWhoseTimesStandStill() throws Exception {
        assertRefused(STUCK + " ! matroskamux", folder.resolve("stage.mkv"));
    }

    @Test
    void shouldRefuseItWhenItHasItsOwnSink() throws Exception {
        Path elsewhere = folder.resolve("elsewhere.mkv");
        assertRefused(STUCK + " ! matroskamux ! filesink location=" + elsewhere, null);
        assertFalse(elsewhere.toFile().exists());
    }

    private void assertRefused(String description, Path output) throws InterruptedException {
        assumeTrue(
                timesOfStuck().size() == 1, "the times of " + STUCK + " advance here, and no other encoder is known");
        RecordingException refused = assertThrows(RecordingException.class, () -> chosen(description, output));
        assertEquals(FailureKind.ENCODER, refused.kind());
        assertTrue(
                refused.getMessage().contains("all its frames have the same time")
                        && refused.getMessage().contains(STUCK),
                refused.getMessage());
    }

    /** Returns the times that GStreamer alone gives to several frames. */
    private static Set<Long> timesOfStuck() throws InterruptedException {
        GStreamer.require();
        Element pipeline =
                Gst.parseLaunch("videotestsrc num-buffers=" + PICTURES + " ! " + STUCK + " ! fakesink name=end");
        Set<Long> timesNs = ConcurrentHashMap.newKeySet();
        CountDownLatch frames = new CountDownLatch(PICTURES);
        Pad end = ((Bin) pipeline).getElementByName("end").getStaticPad("sink");
        end.addProbe(PadProbeType.BUFFER, (pad, info) -> {
            timesNs.add(info.getBuffer().getPresentationTimestamp());
            frames.countDown();
            return PadProbeReturn.OK;
        });
        pipeline.play();
        assertTrue(frames.await(10, TimeUnit.SECONDS));
        pipeline.stop();
        return timesNs;
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
