package io.github.stagerecorder.choice;

import io.github.stagerecorder.Convert;
import io.github.stagerecorder.FailureKind;
import io.github.stagerecorder.RecordingException;
import io.github.stagerecorder.encode.ChosenEncoder;
import io.github.stagerecorder.frame.Patience;
import io.github.stagerecorder.gstreamer.Description;
import io.github.stagerecorder.gstreamer.Elements;
import io.github.stagerecorder.jni.PoolNative;
import io.github.stagerecorder.pipeline.EncodePipeline;
import io.github.stagerecorder.pipeline.EncoderBin;
import io.github.stagerecorder.pipeline.FrameSource;
import io.github.stagerecorder.pipeline.Signal;
import io.github.stagerecorder.pipeline.SoundHead;
import io.github.stagerecorder.settings.SoundFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.freedesktop.gstreamer.Element;
import org.freedesktop.gstreamer.PadProbeReturn;
import org.freedesktop.gstreamer.PadProbeType;
import org.freedesktop.gstreamer.event.EOSEvent;

/**
 * Encodes black pictures into a fake sink, at the file's size and rate, until the first frame is encoded. Only a run
 * shows whether an encoder works, and during the recording it would be too late. An encoder may fail without an error,
 * so the trial asks whether a frame comes out, and whether the next one has another time. The number of pictures that
 * the first takes tells how many the encoder keeps.
 */
final class EncoderTrial {
    private static final long TIMEOUT_NS = TimeUnit.SECONDS.toNanos(20);
    private static final long NAP_NS = TimeUnit.MILLISECONDS.toNanos(10);

    /** Gives the elements behind the encoder time to fail on its first frame. Some descriptions never end. */
    private static final long GRACE_NS = TimeUnit.MILLISECONDS.toNanos(500);

    /** The longest wait for sound, which is on its way when the pictures end; a busy machine takes its time. */
    private static final long SOUND_NS = TimeUnit.SECONDS.toNanos(5);

    /** More than any known encoder keeps; after these, the end of the stream makes the encoder output its frames. */
    private static final int MOST_PICTURES = 256;

    /** As much sound as makes every encoder give out some: at least a second. */
    private static final int SILENT_BUFFERS = 50;

    private static final int LEAST_SAMPLES = 1024; // in a buffer

    private final ChosenEncoder encoder;
    private final Element pictures;
    private final EncodePipeline pipeline;
    private final List<EncoderWatch> watches;
    private final List<EncoderWatch> soundWatches;
    private final Signal second = new Signal();
    private boolean begun; // streaming thread
    private int retained;

    private EncoderTrial(ChosenEncoder encoder, EncoderBin bin, Element sink, EncodePipeline pipeline) {
        this.encoder = encoder;
        this.pipeline = pipeline;
        List<Element> watched = bin.encoders().isEmpty() ? List.of(sink) : bin.encoders();
        watches = watched.stream().map(EncoderWatch::new).toList();
        pictures = pictures(encoder);
        pipeline.feed(pictures, Convert.AS_READ);
        soundWatches = bin.soundInput() == null
                ? List.of()
                : bin.soundEncoders().stream().map(EncoderWatch::new).toList();
        if (bin.soundInput() != null) {
            feedSilence(encoder.request().options().sound());
        }
        pictures.getStaticPad("src").addProbe(PadProbeType.BUFFER, (pad, info) -> pass());
    }

    /** It ends by itself: an end that is sent may overtake the first of it, where its thread is slow to begin. */
    private void feedSilence(SoundFormat format) {
        Element source = Description.parse(
                "audiotestsrc wave=silence num-buffers=" + SILENT_BUFFERS + " samplesperbuffer="
                        + Math.max(LEAST_SAMPLES, format.rateHz() / SILENT_BUFFERS) + " ! capsfilter caps=\""
                        + SoundHead.caps(format) + "\"",
                true);
        pipeline.feedSound(source, format);
    }

    private static Element sink() {
        Element sink = Elements.make("fakesink");
        sink.set("enable-last-sample", false);
        sink.set("async", false); // it plays at once; otherwise an event during the state change would wait forever
        return sink;
    }

    /** Stops the pictures once all encoders have encoded, because with each one an element may do something. */
    private PadProbeReturn pass() {
        if (isEnough(0)) {
            return PadProbeReturn.DROP;
        }
        if (begun) {
            second.set();
        }
        begun = true;
        return PadProbeReturn.OK;
    }

    /**
     * Tries the whole description.
     *
     * @param bin the description's, which is disposed of
     * @return how many frames the encoder keeps
     * @throws RecordingException if the description does not work
     */
    static int whole(ChosenEncoder encoder, EncoderBin bin) {
        return run(encoder, bin).retained();
    }

    /**
     * Tries only the encoders, for a description that must not run before the recording. Most failures are ignored:
     * without its neighbours an encoder may lack what it needs.
     *
     * @return the most frames that an encoder keeps
     * @throws RecordingException if the times of an encoder's frames do not advance
     */
    static int encodersAlone(ChosenEncoder encoder) {
        return EncoderBin.encodersAlone(encoder.description(), encoder.hasSound()).stream()
                .map(bin -> runIfPossible(encoder, bin))
                .toList()
                .stream() // of trials that have all run, and been disposed of
                .flatMap(Optional::stream)
                .mapToInt(EncoderTrial::retained)
                .max()
                .orElse(0);
    }

    private static Optional<EncoderTrial> runIfPossible(ChosenEncoder encoder, EncoderBin bin) {
        try {
            return Optional.of(run(encoder, bin));
        } catch (RecordingException e) {
            return Optional.empty();
        }
    }

    private static EncoderTrial run(ChosenEncoder encoder, EncoderBin bin) {
        Element sink = Elements.buildingOn(bin.bin(), EncoderTrial::sink);
        EncodePipeline pipeline = new EncodePipeline(encoder, bin, Optional.of(sink));
        try {
            EncoderTrial trial = new EncoderTrial(encoder, bin, sink, pipeline);
            trial.encode();
            trial.countRetained();
            return trial;
        } finally {
            pipeline.stop(TIMEOUT_NS);
            PoolNative.trimHeap(); // otherwise the next encoder's memory adds to this one's, 150 MB at 4K
        }
    }

    private void encode() {
        pipeline.monitor().expectEnd();
        try {
            pipeline.play();
        } catch (RecordingException e) {
            throw refused(e.getMessage(), e);
        }
        pipeline.beginLiveSources(0);
        awaitFrames();
        pictures.sendEvent(new EOSEvent());
        pipeline.endLiveSources();
        pipeline.monitor().awaitEnd(GRACE_NS);
        RecordingException failure = pipeline.monitor().failure();
        if (failure != null) {
            throw refused(failure.getMessage(), failure);
        }
        if (!watches.get(0).hasEncoded(0)) {
            throw refused("no frame came out of it", null);
        }
        if (!soundWatches.stream().allMatch(watch -> watch.hasEncoded(SOUND_NS))) {
            throw refused("no sound came out of it", null);
        }
    }

    /** Waits until each encoder has output one frame. */
    private void awaitFrames() {
        Patience patience = new Patience(TIMEOUT_NS);
        int seen = 0;
        while (!pipeline.monitor().awaitEnd(0) && !isEnough(NAP_NS) && !patience.isOver()) {
            int taken = watches.stream().mapToInt(EncoderWatch::taken).sum();
            if (taken != seen) { // slow is not stuck
                seen = taken;
                patience.restart();
            }
        }
    }

    /** The second picture shows whether times advance: it comes out by itself, or at the end of the stream. */
    private boolean isEnough(long timeoutNs) {
        return second.await(timeoutNs) && haveAllEncoded(timeoutNs);
    }

    private boolean haveAllEncoded(long timeoutNs) {
        return watches.stream().allMatch(watch -> watch.hasEncoded(timeoutNs));
    }

    private int retained() {
        if (watches.stream().anyMatch(EncoderWatch::timesStandStill)) {
            throw refused("all its frames have the same time", null);
        }
        return retained;
    }

    /** Counts the frames that the encoders keep. Called while the pipeline runs. */
    private void countRetained() {
        retained = watches.stream()
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
