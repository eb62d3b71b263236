package io.github.stagerecorder.pipeline;

import io.github.stagerecorder.Convert;
import io.github.stagerecorder.FailureKind;
import io.github.stagerecorder.RecordingException;
import io.github.stagerecorder.encode.ChosenEncoder;
import io.github.stagerecorder.encode.Conversion;
import io.github.stagerecorder.gstreamer.Elements;
import io.github.stagerecorder.gstreamer.GStreamer;
import io.github.stagerecorder.gstreamer.OwnReference;
import io.github.stagerecorder.settings.SoundFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.freedesktop.gstreamer.Caps;
import org.freedesktop.gstreamer.Element;
import org.freedesktop.gstreamer.Pipeline;
import org.freedesktop.gstreamer.StateChangeReturn;

/**
 * Links and runs the elements of a recording:
 *
 * <pre>
 *   source [! videoconvert (or videoflip)] ! caps: format ! videoscale ! caps: the file's size ! bin [! sink]
 *   \________ the head: feed() ________/ \______________ the rest, which can run before ______________/
 * </pre>
 *
 * The head depends on how pixels are read, which is known only with a GL context. The rest does not, so it can be
 * opened and run before there is one. The format is pinned behind the head (see {@link Conversion}). The size is pinned
 * so that the file keeps its size when the stage's size changes, with borders around the picture. While both sizes are
 * equal, videoscale passes the buffers on unchanged, so that the bin can encode directly from the slots.
 */
public final class EncodePipeline {
    private static final long FAILURE_DETAIL_NS = TimeUnit.SECONDS.toNanos(1);
    private static final int MOST_CONVERTER_THREADS = 4;

    private final Pipeline pipeline = new Pipeline();
    private final OwnReference ownReference = new OwnReference(pipeline);
    private final BusMonitor monitor = new BusMonitor(pipeline);
    private final List<Element> elements = new ArrayList<>(); // strong references while the recording lasts
    private final EncoderBin bin;
    private final String fileCaps;
    private final Priming priming; // kept while the recording lasts
    private final LiveSources liveSources;
    private ConstantRateEnd constantRateEnd; // kept too

    /**
     * Takes over the bin and the sink, and disposes of them if it fails.
     *
     * @param sink the sink to put behind the bin; empty if the bin has its own
     * @throws RecordingException if the elements do not link
     */
    public EncodePipeline(ChosenEncoder encoder, EncoderBin bin, Optional<Element> sink) {
        this.bin = bin;
        GStreamer.hold();
        TimeScale.set(bin.bin(), encoder.request().rate());
        priming = new Priming(bin, encoder.request());
        liveSources = new LiveSources(bin.bin());
        fileCaps = "video/x-raw,pixel-aspect-ratio=1/1,width=" + encoder.fileWidthPx() + ",height="
                + encoder.fileHeightPx();
        pipeline.add(bin.bin());
        sink.ifPresent(pipeline::add);
        try {
            build(encoder, sink);
        } catch (RuntimeException | Error e) {
            dispose();
            throw e;
        }
    }

    private void build(ChosenEncoder encoder, Optional<Element> sink) {
        elements.add(added(Elements.caps(encoder.input().caps())));
        elements.add(added(scaler()));
        elements.add(added(Elements.caps(fileCaps)));
        elements.add(bin.bin());
        sink.ifPresent(elements::add);
        for (int i = 1; i < elements.size(); i++) {
            link(elements.get(i - 1), elements.get(i));
        }
    }

    private Element added(Element element) {
        pipeline.add(element);
        return element;
    }

    /**
     * Adds the head. It is called once, before or after {@link #play}.
     *
     * @param way the converter between the source and the bin
     */
    public void feed(Element source, Convert way) {
        Element pinned = elements.get(0);
        converter(way).ifPresent(converter -> join(converter, pinned));
        join(source, elements.get(0));
    }

    /** Adds the head of the sound. It is called once, before {@link #play}, if there is sound to record. */
    public void feedSound(Element source, SoundFormat format) {
        List<Element> head = SoundHead.behind(source, format);
        head.forEach(pipeline::add);
        for (int i = 1; i < head.size(); i++) {
            link(head.get(i - 1), head.get(i));
        }
        Element last = head.get(head.size() - 1);
        if (!Element.linkPads(last, "src", bin.bin(), EncoderBin.SOUND)) {
            throw new RecordingException(
                    FailureKind.DESCRIPTION,
                    "\"" + bin.description() + "\" does not take the sound, but "
                            + bin.soundInput().queryCaps(null));
        }
        elements.addAll(head);
    }

    private void join(Element head, Element next) {
        elements.add(0, head);
        pipeline.add(head);
        link(head, next);
        head.syncStateWithParent();
    }

    private static Optional<Element> converter(Convert way) {
        return switch (way) {
            case AUTO, AS_READ, KERNEL -> Optional.empty();
            case VIDEOFLIP -> Optional.of(flipper());
            case VIDEOCONVERT -> Optional.of(converter());
        };
    }

    private static Element converter() {
        Element converter = Elements.make("videoconvert");
        int cores = Runtime.getRuntime().availableProcessors();
        converter.set("n-threads", Math.min(cores, MOST_CONVERTER_THREADS));
        return converter;
    }

    private static Element flipper() {
        Element flipper = Elements.make("videoflip");
        flipper.setAsString("video-direction", "vert"); // "method" is ignored by GStreamer 1.22.0
        return flipper;
    }

    private static Element scaler() {
        Element scaler = Elements.make("videoscale");
        scaler.set("add-borders", true);
        return scaler;
    }

    private void link(Element from, Element to) {
        if (to == bin.bin()) {
            if (!Element.linkPads(from, "src", to, EncoderBin.VIDEO)) {
                throw refused();
            }
        } else if (!from.link(to)) {
            throw unlinkable(from);
        }
    }

    /** Returns the failure if the bin refuses the size; the format was checked before. */
    private RecordingException refused() {
        return new RecordingException(
                FailureKind.ENCODER,
                "\"" + bin.description() + "\" does not take " + fileCaps + ", but "
                        + bin.input().queryCaps(null));
    }

    private RecordingException unlinkable(Element from) {
        Caps given = from.getSrcPads().get(0).queryCaps(null);
        String words = from == bin.bin()
                ? "what \"" + bin.description() + "\" makes cannot be written into a file: " + given
                : "\"" + bin.description() + "\" does not take " + given + ", but "
                        + bin.input().queryCaps(null);
        return new RecordingException(FailureKind.DESCRIPTION, words);
    }

    /**
     * Begins the streams of the description's live sources. Called once it plays.
     *
     * @param ageNs how long ago the first frame was captured
     */
    public void beginLiveSources(long ageNs) {
        liveSources.begin(pipeline, ageNs);
    }

    /** Ends the streams of the description's live sources. */
    public void endLiveSources() {
        liveSources.end();
    }

    /**
     * Makes a constant rate end with the last picture, which has been pushed.
     *
     * @param endNs the end of the last picture in stream time
     */
    void endAt(long endNs) {
        constantRateEnd = new ConstantRateEnd(bin, endNs);
        bin.all("oggmux").forEach(OggEnd::keepLastPackets);
    }

    public BusMonitor monitor() {
        return monitor;
    }

    /**
     * @throws RecordingException with the error from the bus if an element does not start; call {@link #stop} then too
     */
    public void play() {
        if (pipeline.play() == StateChangeReturn.FAILURE) {
            monitor.awaitEnd(FAILURE_DETAIL_NS);
            RecordingException detail = monitor.failure();
            throw new RecordingException(
                    FailureKind.STATE_CHANGE,
                    "the pipeline does not start: "
                            + (detail == null ? "an element refused and gave no reason" : detail.getMessage()),
                    detail);
        }
    }

    /** Returns the position of the sink in stream time; negative if it is not known. */
    long positionNs() {
        return pipeline.queryPosition(TimeUnit.NANOSECONDS);
    }

    /**
     * Sets the pipeline to NULL and disposes of it. Called once.
     *
     * @return false if it has not stopped within the time; the elements are then still running
     */
    public boolean stop(long timeoutNs) {
        boolean inTime = halt(timeoutNs);
        if (inTime) {
            dispose();
        }
        return inTime;
    }

    /**
     * Sets the pipeline to NULL. The elements stay, for a thread that may still use them.
     *
     * @return false if it has not stopped within the time
     */
    boolean halt(long timeoutNs) {
        return PipelineStop.within(timeoutNs, pipeline, () -> {});
    }

    /**
     * Disposes in a fixed order, so that no finalizer sees a half-disposed pipeline. Any thread may do so: no message
     * of the bus is under way, and another thread that still holds the pipeline for a moment meets no toggle reference
     * that is the last one.
     */
    private void dispose() {
        monitor.disconnect();
        Elements.dispose(pipeline);
        ownReference.release();
        elements.clear();
        GStreamer.letGo();
    }
}
