package io.github.stagerecorder.encode;

import io.github.stagerecorder.Convert;
import io.github.stagerecorder.FailureKind;
import io.github.stagerecorder.RecordingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.freedesktop.gstreamer.Element;
import org.freedesktop.gstreamer.Gst;
import org.freedesktop.gstreamer.Pipeline;
import org.freedesktop.gstreamer.StateChangeReturn;

/**
 * The elements of a recording, linked and run:
 *
 * <pre>
 *   source [! videoconvert (or videoflip)] ! caps: format ! videoscale ! caps: the file's size ! bin [! sink]
 *   \________ the head: feed() ________/ \______________ the rest, which can run before ______________/
 * </pre>
 *
 * What stands in the head depends on how pixels are read, which only the GL context tells. The rest does not, so it can
 * be opened and run before there is one. The format is pinned behind the head (see {@link Conversion}); the size is
 * pinned so that the file keeps it when the stage's size changes, with borders around the picture. While the sizes are
 * equal videoscale hands the buffers on as they are: where the slots hold what the bin takes, it encodes from them.
 */
final class EncodePipeline {
    private static final long FAILURE_DETAIL_NS = TimeUnit.SECONDS.toNanos(1);
    private static final long LET_GO_NS = TimeUnit.SECONDS.toNanos(1);
    private static final int MOST_CONVERTER_THREADS = 4;

    private final Pipeline pipeline = new Pipeline();
    private final BusMonitor monitor = new BusMonitor(pipeline);
    private final List<Element> elements = new ArrayList<>(); // strong references for the session
    private final EncoderBin bin;
    private final String fileCaps;

    /**
     * @param sink to put behind the bin; empty when it brings its own
     * @throws RecordingException if the elements do not link
     */
    EncodePipeline(ChosenEncoder encoder, EncoderBin bin, Optional<Element> sink) {
        this.bin = bin;
        fileCaps = "video/x-raw,pixel-aspect-ratio=1/1,width=" + encoder.fileWidthPx() + ",height="
                + encoder.fileHeightPx();
        elements.add(Elements.caps(encoder.input().caps()));
        elements.add(scaler());
        elements.add(Elements.caps(fileCaps));
        elements.add(bin.bin());
        sink.ifPresent(elements::add);
        pipeline.addMany(elements.toArray(new Element[0]));
        for (int i = 1; i < elements.size(); i++) {
            link(elements.get(i - 1), elements.get(i));
        }
    }

    /**
     * Puts the head in front, once, before or after {@link #play}.
     *
     * @param way how what the source makes becomes what the bin takes
     */
    void feed(Element source, Convert way) {
        Element pinned = elements.get(0);
        converter(way).ifPresent(converter -> join(converter, pinned));
        join(source, elements.get(0));
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
        if (!from.link(to)) {
            throw to == bin.bin() ? refused() : unlinkable(from, to);
        }
    }

    /** The format was asked for before, so it is the size that it does not take. */
    private RecordingException refused() {
        return new RecordingException(
                FailureKind.ENCODER,
                "\"" + bin.description() + "\" does not take " + fileCaps + ", but "
                        + bin.input().queryCaps(null));
    }

    private RecordingException unlinkable(Element from, Element to) {
        return new RecordingException(
                FailureKind.DESCRIPTION,
                "cannot link " + from.getName() + " to " + to.getName() + " for \"" + bin.description() + "\"");
    }

    BusMonitor monitor() {
        return monitor;
    }

    /** @throws RecordingException with what the bus tells, if an element does not start; it is still to be stopped then */
    void play() {
        if (pipeline.play() == StateChangeReturn.FAILURE) {
            monitor.awaitEnd(FAILURE_DETAIL_NS);
            RecordingException detail = monitor.failure();
            throw new RecordingException(
                    FailureKind.STATE_CHANGE,
                    "the pipeline does not start: "
                            + (detail == null ? "an element refused without a reason" : detail.getMessage()),
                    detail);
        }
    }

    /** How far the sink has come, in the stream's time; negative when it cannot tell. */
    long positionNs() {
        return pipeline.queryPosition(TimeUnit.NANOSECONDS);
    }

    /**
     * To NULL, on a thread of its own: it hangs behind a streaming thread that is stuck. Once.
     *
     * @return false when that has not ended within the time; the elements are then still running
     */
    boolean stop(long timeoutNs) {
        Signal stopped = new Signal();
        Thread helper = new Thread(
                () -> {
                    pipeline.stop();
                    stopped.set();
                },
                "stagerecorder-stop");
        helper.setDaemon(true);
        helper.start();
        boolean inTime = stopped.await(timeoutNs);
        if (inTime) {
            letGo();
        }
        return inTime;
    }

    /**
     * On the thread that hands out the bus's messages, and behind all of them: a message holds the element that sent it,
     * and GLib's toggle references do not bear that one thread gives up the last such hold while another ends the
     * binding's. Where that thread is busy this comes later.
     */
    private void letGo() {
        Signal gone = new Signal();
        Gst.invokeLater(() -> {
            dispose();
            gone.set();
        });
        gone.await(LET_GO_NS);
    }

    /** In one fixed order, so that no finalizer meets a half-gone pipeline. */
    private void dispose() {
        monitor.disconnect();
        Elements.dispose(pipeline);
        elements.clear();
    }
}
