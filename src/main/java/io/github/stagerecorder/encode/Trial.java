package io.github.stagerecorder.encode;

import io.github.stagerecorder.encode.EncodeException.Reason;
import io.github.stagerecorder.jni.PoolNative;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.freedesktop.gstreamer.Element;
import org.freedesktop.gstreamer.PadProbeReturn;
import org.freedesktop.gstreamer.PadProbeType;
import org.freedesktop.gstreamer.event.EOSEvent;

/**
 * Encodes black pictures into nothing, at the file's size and rate, until the first has been encoded: whether an
 * encoder works is known only once it has run, and then it is too late for the file. An encoder may fail without a
 * word, so what counts is that a frame comes out of it. How many pictures that takes tells how many it keeps.
 */
final class Trial {
    private static final long TIMEOUT_NS = TimeUnit.SECONDS.toNanos(20);
    private static final long NAP_NS = TimeUnit.MILLISECONDS.toNanos(10);

    /** For what the elements behind the encoder have to say to its first frame. Not every description ever ends. */
    private static final long GRACE_NS = TimeUnit.MILLISECONDS.toNanos(500);

    /** More than any encoder was seen to keep; after these the end of the stream drives the frames out. */
    private static final int MOST_PICTURES = 256;

    private final EncoderPlan plan;
    private final Element pictures;
    private final EncodePipeline pipeline;
    private final List<EncoderWatch> watches;

    private Trial(EncoderPlan plan, EncoderBin bin) {
        this.plan = plan;
        Element sink = Elements.make("fakesink");
        sink.set("enable-last-sample", false);
        sink.set("async", false); // it plays at once: an event that meets a change of state would wait for it for ever
        List<Element> watched = bin.encoders().isEmpty() ? List.of(sink) : bin.encoders();
        watches = watched.stream().map(EncoderWatch::new).toList();
        pictures = pictures(plan);
        pictures.getStaticPad("src").addProbe(PadProbeType.BUFFER, (pad, info) -> pass());
        pipeline = new EncodePipeline(pictures, Way.AS_READ, plan, bin, sink);
    }

    /** No picture more than it takes: with each an element of the description may do something. */
    private PadProbeReturn pass() {
        return haveAllEncoded(0) ? PadProbeReturn.DROP : PadProbeReturn.OK;
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
            PoolNative.trimHeap(); // or the next encoder's frames would come on top of this one's, 150 MB at 4K
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
        pictures.sendEvent(new EOSEvent());
        pipeline.monitor().awaitEnd(GRACE_NS);
        EncodeException failure = pipeline.monitor().failure();
        if (failure != null) {
            throw refused(failure.getMessage(), failure);
        }
        if (!watches.get(0).hasEncoded(0)) {
            throw refused("no frame came out of it", null);
        }
    }

    /** One of each encoder is enough. */
    private void awaitFrames() {
        long sinceNs = System.nanoTime();
        int seen = 0;
        while (!pipeline.monitor().awaitEnd(0) && !haveAllEncoded(NAP_NS) && System.nanoTime() - sinceNs < TIMEOUT_NS) {
            int taken = watches.stream().mapToInt(EncoderWatch::taken).sum();
            sinceNs = taken == seen ? sinceNs : System.nanoTime(); // slow is not stuck
            seen = taken;
        }
    }

    private boolean haveAllEncoded(long timeoutNs) {
        return watches.stream().allMatch(watch -> watch.hasEncoded(timeoutNs));
    }

    private int retained() {
        return watches.stream()
                .mapToInt(watch -> watch.retained(plan.settings().rate()))
                .max()
                .orElse(0);
    }

    private EncodeException refused(String why, EncodeException cause) {
        return new EncodeException(
                Reason.ENCODER,
                "\"" + plan.description() + "\" does not encode " + plan.file().widthPx() + "x"
                        + plan.file().heightPx() + ": " + why,
                cause);
    }

    private static Element pictures(EncoderPlan plan) {
        return Description.parse(
                "videotestsrc num-buffers=" + MOST_PICTURES + " pattern=black ! capsfilter caps=\""
                        + plan.conversion().outputCaps()
                        + FrameSource.sizeCaps(plan.file(), plan.settings().rate()) + "\"",
                true);
    }
}
