package io.github.stagerecorder.pipeline;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.Convert;
import io.github.stagerecorder.StageRecorder;
import io.github.stagerecorder.encode.ChosenEncoder;
import io.github.stagerecorder.encode.Requests;
import io.github.stagerecorder.gstreamer.Elements;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.freedesktop.gstreamer.Element;
import org.freedesktop.gstreamer.Gst;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A pipeline is freed once no reference to a part of it is left. */
@Timeout(60)
class EncodePipelineTest {
    private static final long STOP_NS = TimeUnit.SECONDS.toNanos(10);

    private final CountDownLatch busy = new CountDownLatch(1);

    @Test
    void shouldBeFreedByItsStopWhileTheServiceThreadIsBusy() {
        assertTrue(StageRecorder.isAvailable());
        ChosenEncoder encoder = Requests.chosen(Requests.of("identity", Path.of("unused.raw"), Convert.AUTO));
        Element source = Elements.make("videotestsrc");
        EncodePipeline pipeline =
                new EncodePipeline(encoder, new EncoderBin("identity", false), Optional.of(Elements.make("fakesink")));
        pipeline.feed(source, Convert.AS_READ);
        Gst.invokeLater(this::awaitIdle);
        pipeline.play();
        assertTrue(pipeline.stop(STOP_NS), "the pipeline did not stop");
        assertThrows(IllegalStateException.class, source::getName, "not freed by the stop");
        busy.countDown();
    }

    private void awaitIdle() {
        try {
            busy.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
