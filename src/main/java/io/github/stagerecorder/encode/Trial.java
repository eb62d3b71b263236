package io.github.stagerecorder.encode;

import io.github.stagerecorder.encode.EncodeException.Reason;
import org.freedesktop.gstreamer.Element;

/**
 * Encodes one black picture into nothing, at the file's size and rate: whether an encoder works is known only once it
 * has run, and then it is too late for the file.
 */
final class Trial {
    private Trial() {}

    /** @throws EncodeException if the plan's encoder does not work */
    static void run(EncoderPlan plan) {
        Element sink = Elements.make("fakesink");
        EncodePipeline pipeline =
                new EncodePipeline(onePicture(plan), plan, new EncoderBin(plan.description()), sink);
        try {
            pipeline.play();
        } catch (EncodeException e) {
            throw refused(plan, e.getMessage(), e);
        }
        long timeoutNs = plan.settings().closeTimeoutNs();
        boolean ended = pipeline.monitor().awaitEnd(timeoutNs);
        EncodeException failure = pipeline.monitor().failure();
        boolean encoded = sink.get("last-sample") != null; // an encoder may fail without a word
        pipeline.stop(timeoutNs);
        if (failure != null) {
            throw refused(plan, failure.getMessage(), failure);
        }
        if (!ended || !encoded) {
            throw refused(plan, "nothing came out of it within " + timeoutNs / 1_000_000 + " ms", null);
        }
    }

    private static EncodeException refused(EncoderPlan plan, String why, EncodeException cause) {
        return new EncodeException(Reason.ENCODER, "\"" + plan.description() + "\" does not encode "
                + plan.file().widthPx() + "x" + plan.file().heightPx() + ": " + why, cause);
    }

    private static Element onePicture(EncoderPlan plan) {
        return Description.parse("videotestsrc num-buffers=1 pattern=black ! capsfilter caps=\""
                + EncodePipeline.sourceCaps(plan.file(), plan.settings().rate()) + "\"");
    }
}
