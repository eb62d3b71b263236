package io.github.stagerecorder.encode;

import io.github.stagerecorder.encode.EncodeException.Reason;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.freedesktop.gstreamer.Element;

/**
 * Encodes black pictures into nothing, at the file's size and rate, until the first has been encoded: whether an
 * encoder works is known only once it has run, and then it is too late for the file. An encoder may fail without a
 * word, so what counts is that a frame comes out of it. How many pictures that takes tells how many it keeps.
 */
final class Trial {
    private static final long TIMEOUT_NS = TimeUnit.SECONDS.toNanos(20);
    private static final long GRACE_NS = TimeUnit.MILLISECONDS.toNanos(10);

    /** More than any encoder was seen to keep; after these the end of the stream drives the frames out. */
    private static final int MOST_PICTURES = 256;

    private final EncoderPlan plan;
    private final EncodePipeline pipeline;
    private final List<EncoderWatch> watches;

    private Trial(EncoderPlan plan, EncoderBin bin) {
        this.plan = plan;
        Element sink = Elements.make("fakesink");
        sink.set("enable-last-sample", false);
        List<Element> watched = bin.encoders().isEmpty() ? List.of(sink) : bin.encoders();
        watches = watched.stream().map(EncoderWatch::new).toList();
        pipeline = new EncodePipeline(pictures(plan), Way.AS_READ, plan, bin, sink);
    }

    /** @return how many frames the encoder keeps. @throws EncodeException if the plan's description does not work */
    static int whole(EncoderPlan plan) {
        return run(plan, new EncoderBin(plan.description()));
    }

    /** For a description that must not be run before its time. @return how many frames the encoder keeps at most */
    static int encodersAlone(EncoderPlan plan) {
        return EncoderBin.encodersAlone(plan.description()).stream()
                .mapToInt(bin -> runIfPossible(plan, bin))
                .max()
                .orElse(0);
    }

    /** Without its neighbours an encoder may not get what it needs, which is nobody's fault. */
    private static int runIfPossible(EncoderPlan plan, EncoderBin bin) {
        try {
            return run(plan, bin);
        } catch (EncodeException e) {
            return 0;
        }
    }

    private static int run(EncoderPlan plan, EncoderBin bin) {
        Trial trial = new Trial(plan, bin);
        try {
            trial.encode();
            return trial.retained();
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
        awaitFrames();
        EncodeException failure = pipeline.monitor().failure();
        if (failure != null && !haveAllEncoded()) { // an element may be made to fail after some frames
            throw refused(failure.getMessage(), failure);
        }
        if (!watches.get(0).hasEncoded(0)) {
            throw refused("no frame came out of it", null);
        }
    }

    /** One of each encoder is enough: a description with another source of its own never ends. */
    private void awaitFrames() {
        long sinceNs = System.nanoTime();
        int seen = 0;
        while (!pipeline.monitor().awaitEnd(0) && !haveAllEncoded() && System.nanoTime() - sinceNs < TIMEOUT_NS) {
            int taken = watches.stream().mapToInt(EncoderWatch::taken).sum();
            sinceNs = taken == seen ? sinceNs : System.nanoTime(); // slow is not stuck
            seen = taken;
        }
    }

    private boolean haveAllEncoded() {
        return watches.stream().allMatch(watch -> watch.hasEncoded(GRACE_NS));
    }

    private int retained() {
        return watches.stream().mapToInt(watch -> watch.retained(plan.settings().rate())).max().orElse(0);
    }

    private EncodeException refused(String why, EncodeException cause) {
        return new EncodeException(Reason.ENCODER, "\"" + plan.description() + "\" does not encode "
                + plan.file().widthPx() + "x" + plan.file().heightPx() + ": " + why, cause);
    }

    private static Element pictures(EncoderPlan plan) {
        return Description.parse("videotestsrc num-buffers=" + MOST_PICTURES + " pattern=black ! capsfilter caps=\""
                + plan.conversion().outputCaps() + FrameSource.sizeCaps(plan.file(), plan.settings().rate()) + "\"",
                true);
    }
}
