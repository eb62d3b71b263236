package io.github.stagerecorder.encode;

import io.github.stagerecorder.encode.EncodeException.Reason;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.freedesktop.gstreamer.Element;
import org.freedesktop.gstreamer.Pad;
import org.freedesktop.gstreamer.PadProbeReturn;

/**
 * Encodes one black picture into nothing, at the file's size and rate: whether an encoder works is known only once it
 * has run, and then it is too late for the file. An encoder may fail without a word, so what counts is that a frame
 * comes out of it.
 */
final class Trial {
    private static final long TIMEOUT_NS = TimeUnit.SECONDS.toNanos(20);
    private static final long GRACE_NS = TimeUnit.MILLISECONDS.toNanos(500);

    private final EncoderPlan plan;
    private final EncodePipeline pipeline;
    private final AtomicBoolean encoded = new AtomicBoolean();

    private Trial(EncoderPlan plan) {
        this.plan = plan;
        EncoderBin bin = new EncoderBin(plan.description());
        Element sink = Elements.make("fakesink");
        sink.set("enable-last-sample", false);
        Pad output = bin.encoderOutput().orElse(sink.getStaticPad("sink"));
        output.addDataProbe((pad, buffer) -> {
            encoded.set(true);
            return PadProbeReturn.OK;
        });
        pipeline = new EncodePipeline(onePicture(plan), plan, bin, sink);
    }

    /** @throws EncodeException if the plan's encoder does not work */
    static void run(EncoderPlan plan) {
        Trial trial = new Trial(plan);
        try {
            trial.encode();
        } finally {
            trial.pipeline.stop(TIMEOUT_NS);
        }
    }

    private void encode() {
        pipeline.monitor().expectEnd();
        try {
            pipeline.play();
        } catch (EncodeException e) {
            throw refused(e.getMessage(), e);
        }
        awaitEndOrFrame();
        EncodeException failure = pipeline.monitor().failure();
        if (failure != null) {
            throw refused(failure.getMessage(), failure);
        }
        if (!encoded.get()) {
            throw refused("no frame came out of it", null);
        }
    }

    /** A description with another source of its own never ends: then a frame is enough. */
    private void awaitEndOrFrame() {
        long startNs = System.nanoTime();
        boolean ended = false;
        while (!ended && !encoded.get() && System.nanoTime() - startNs < TIMEOUT_NS) {
            ended = pipeline.monitor().awaitEnd(GRACE_NS);
        }
    }

    private EncodeException refused(String why, EncodeException cause) {
        return new EncodeException(Reason.ENCODER, "\"" + plan.description() + "\" does not encode "
                + plan.file().widthPx() + "x" + plan.file().heightPx() + ": " + why, cause);
    }

    private static Element onePicture(EncoderPlan plan) {
        return Description.parse("videotestsrc num-buffers=1 pattern=black ! capsfilter caps=\""
                + EncodePipeline.sourceCaps(plan.file(), plan.settings().rate()) + "\"", true);
    }
}
