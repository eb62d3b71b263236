package io.github.stagerecorder.choice;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.stagerecorder.gstreamer.GStreamer;
import io.github.stagerecorder.jni.NativeModule;
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

/**
 * An encoder that gives all frames the same time: the avenc_mpeg4 of GStreamer 1.22 with FFmpeg 5.1 does, and that of
 * 1.26 with FFmpeg 7.1 does not.
 */
public final class StuckEncoder {
    public static final String NAME = "avenc_mpeg4";
    private static final int PICTURES = 3;

    private StuckEncoder() {}

    /** Skips the test where the times advance. */
    public static void assumeStuck() throws InterruptedException {
        assumeTrue(times().size() == 1, "the times of " + NAME + " advance here, and no other such encoder is known");
    }

    /** Returns the times that GStreamer alone gives to several frames. */
    private static Set<Long> times() throws InterruptedException {
        NativeModule.load();
        GStreamer.require();
        Element pipeline =
                Gst.parseLaunch("videotestsrc num-buffers=" + PICTURES + " ! " + NAME + " ! fakesink name=end");
        Set<Long> timesNs = ConcurrentHashMap.newKeySet();
        CountDownLatch frames = new CountDownLatch(PICTURES);
        Pad end = ((Bin) pipeline).getElementByName("end").getStaticPad("sink");
        end.addProbe(PadProbeType.BUFFER, (pad, info) -> {
            timesNs.add(info.getBuffer().getPresentationTimestamp());
            frames.countDown();
            return PadProbeReturn.OK;
        });
        pipeline.play();
        assertTrue(frames.await(20, TimeUnit.SECONDS));
        pipeline.stop();
        return timesNs;
    }
}
