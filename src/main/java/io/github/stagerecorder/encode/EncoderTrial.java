package io.github.stagerecorder.encode;

import io.github.stagerecorder.Convert;
import io.github.stagerecorder.FailureKind;
import io.github.stagerecorder.RecordingException;
import io.github.stagerecorder.frame.Patience;
import io.github.stagerecorder.jni.PoolNative;
import java.util.List;
import java.util.Optional;
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
final class EncoderTrial {
    private static final long TIMEOUT_NS = TimeUnit.SECONDS.toNanos(20);
    private static final long NAP_NS = TimeUnit.MILLISECONDS.toNanos(10);

    /** For what the elements behind the encoder have to say to its first frame. Not every description ever ends. */
    private static final long GRACE_NS = TimeUnit.MILLISECONDS.toNanos(500);

    /** More than any encoder was seen to keep; after these the end of the stream drives the frames out. */
    private static final int MOST_PICTURES = 256;

    private final ChosenEncoder encoder;
    private final Element pictures;
    private final EncodePipeline pipeline;
    private final List<EncoderWatch> watches;

    private EncoderTrial(ChosenEncoder encoder, EncoderBin bin) {
        this.encoder = encoder;
        Element sink = Elements.make("fakesink");
        sink.set("enable-last-sample", false);
        sink.set("async", false); // it plays at once: an event that meets a change of state would wait for it for ever
        List<Element> watched = bin.encoders().isEmpty() ? List.of(sink) : bin.encoders();
        watches = watched.stream().map(EncoderWatch::new).toList();
        pictures = pictures(encoder);
        pictures.getStaticPad("src").addProbe(PadProbeType.BUFFER, (pad, info) -> pass());
        pipeline = new EncodePipeline(encoder, bin, Optional.of(sink));
        pipeline.feed(pictures, Convert.AS_READ);
    }

    /** No picture more than it takes: with each an element of the description may do something. */
    private PadProbeReturn pass() {
        return haveAllEncoded(0) ? PadProbeReturn.DROP : PadProbeReturn.OK;
    }

    /** @return how many frames the encoder keeps. @throws RecordingException if the description does not work */
    static int whole(ChosenEncoder encoder) {
        return run(encoder, new EncoderBin(encoder.description()));
    }

    /** For a description that must not be run before its time. @return how many frames the encoder keeps at most */
    static int encodersAlone(ChosenEncoder encoder) {
        return EncoderBin.encodersAlone(encoder.description()).stream()
                .mapToInt(bin -> runIfPossible(encoder, bin))
                .max()
                .orElse(0);
    }

    /** Without its neighbours an encoder may not get what it needs, which is nobody's fault. */
    private static int runIfPossible(ChosenEncoder encoder, EncoderBin bin) {
        try {
            return run(encoder, bin);
        } catch (RecordingException e) {
            return 0;
        }
    }

    private static int run(ChosenEncoder encoder, EncoderBin bin) {
        EncoderTrial trial = new EncoderTrial(encoder, bin);
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
        } catch (RecordingException e) {
            throw refused(e.getMessage(), e);
        }
        awaitFrames();
        pictures.sendEvent(new EOSEvent());
        pipeline.monitor().awaitEnd(GRACE_NS);
        RecordingException failure = pipeline.monitor().failure();
        if (failure != null) {
            throw refused(failure.getMessage(), failure);
        }
        if (!watches.get(0).hasEncoded(0)) {
            throw refused("no frame came out of it", null);
        }
    }

    /** One of each encoder is enough. */
    private void awaitFrames() {
        Patience patience = new Patience(TIMEOUT_NS);
        int seen = 0;
        while (!pipeline.monitor().awaitEnd(0) && !haveAllEncoded(NAP_NS) && !patience.isOver()) {
            int taken = watches.stream().mapToInt(EncoderWatch::taken).sum();
            if (taken != seen) { // slow is not stuck
                seen = taken;
                patience.restart();
            }
        }
    }

    private boolean haveAllEncoded(long timeoutNs) {
        return watches.stream().allMatch(watch -> watch.hasEncoded(timeoutNs));
    }

    private int retained() {
        return watches.stream()
                .mapToInt(watch -> watch.retained(encoder.request().rate()))
                .max()
                .orElse(0);
    }

    private RecordingException refused(String why, RecordingException cause) {
        return new RecordingException(
                FailureKind.ENCODER,
                "\"" + encoder.description() + "\" does not encode " + encoder.fileWidthPx() + "x"
                        + encoder.fileHeightPx() + ": " + why,
                cause);
    }

    private static Element pictures(ChosenEncoder encoder) {
        return Description.parse(
                "videotestsrc num-buffers=" + MOST_PICTURES + " pattern=black ! capsfilter caps=\""
                        + encoder.input().caps()
                        + FrameSource.sizeCaps(
                                encoder.fileWidthPx(),
                                encoder.fileHeightPx(),
                                encoder.request().rate()) + "\"",
                true);
    }
}
