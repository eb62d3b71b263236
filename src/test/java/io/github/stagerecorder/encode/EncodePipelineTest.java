package io.github.stagerecorder.encode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.frame.FrameRate;
import io.github.stagerecorder.frame.Picture;
import io.github.stagerecorder.frame.PixelFormat;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.freedesktop.gstreamer.Element;
import org.freedesktop.gstreamer.Gst;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A pipeline is let go of when nobody else still holds a part of it. */
@Timeout(60)
class EncodePipelineTest {
    private static final long STOP_NS = TimeUnit.SECONDS.toNanos(10);

    private final CountDownLatch busy = new CountDownLatch(1);

    @Test
    void shouldBeLetGoOfBehindTheLastMessageOfItsBus() throws Exception {
        GStreamer.require();
        EncoderPlan plan = plan();
        Element source = Elements.make("videotestsrc");
        EncodePipeline pipeline = new EncodePipeline(
                source, Way.AS_READ, plan, new EncoderBin(plan.description()), Elements.make("fakesink"));
        String name = source.getName();
        Gst.invokeLater(this::awaitIdle);
        pipeline.play();
        assertTrue(pipeline.stop(STOP_NS), "the pipeline did not stop");
        assertEquals(name, source.getName(), "gone, while messages of the bus are still to be handed out");
        busy.countDown();
        Gst.getExecutor().submit(() -> {}).get();
        assertThrows(IllegalStateException.class, source::getName, "still there, after all messages");
    }

    private void awaitIdle() {
        try {
            busy.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static EncoderPlan plan() {
        EncoderSettings settings =
                new EncoderSettings(null, false, "identity", null, null, 1, new FrameRate(30, 1), 0, false, STOP_NS);
        return EncoderPlan.of(settings, null, new EncoderBin("identity"), Picture.asRead(64, 64, PixelFormat.BGRX));
    }
}
