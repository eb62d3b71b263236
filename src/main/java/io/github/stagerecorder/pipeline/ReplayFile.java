package io.github.stagerecorder.pipeline;

import com.sun.jna.Pointer;
import io.github.stagerecorder.FailureKind;
import io.github.stagerecorder.RecordingException;
import io.github.stagerecorder.encode.EncoderRequest;
import io.github.stagerecorder.frame.Patience;
import io.github.stagerecorder.gstreamer.Elements;
import io.github.stagerecorder.gstreamer.GStreamer;
import io.github.stagerecorder.gstreamer.OwnReference;
import io.github.stagerecorder.jni.ReplayNative;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.freedesktop.gstreamer.Caps;
import org.freedesktop.gstreamer.Element;
import org.freedesktop.gstreamer.Pipeline;
import org.freedesktop.gstreamer.StateChangeReturn;
import org.freedesktop.gstreamer.elements.AppSrc;
import org.freedesktop.gstreamer.glib.Natives;

/**
 * Writes what is saved of a replay into a file. It is encoded already:
 *
 * <pre>
 *   appsrc ! [parser !] mux.video   [appsrc ! mux.audio]   mux ! filesink
 * </pre>
 */
final class ReplayFile {
    /** Looked up once. */
    private static final class Functions {
        private static final long[] ADDRESSES = GStreamer.addresses(ReplayNative.FUNCTIONS);
    }

    private static final int FLOW_OK = 0;
    private static final long SOUND_LEAD_NS = TimeUnit.SECONDS.toNanos(1); // more than its packets before the picture

    private final Pipeline pipeline = new Pipeline();
    private final OwnReference ownReference = new OwnReference(pipeline);
    private final BusMonitor monitor = new BusMonitor(pipeline);
    private final ReplayContainer container;
    private final Path draft;
    private final long save;
    private final long timeoutNs;
    private final Element muxer;
    private final Element sink = Elements.make("filesink");
    private final AppSrc video;
    private final AppSrc sound; // null without sound

    ReplayFile(ReplayContainer container, Path draft, long save, EncoderRequest request) {
        this.container = container;
        this.draft = draft;
        this.save = save;
        timeoutNs = request.closeTimeoutNs();
        GStreamer.hold();
        muxer = Elements.make(container.muxer());
        sound = source(ReplayCaps.of(save, ReplayNative.SOUND));
        video = source(ReplayCaps.of(save, ReplayNative.VIDEO));
        Stream.of(muxer, sink, video).forEach(pipeline::add);
        if (sound != null) {
            pipeline.add(sound);
            joinInOgg();
        }
        WrittenBoxes.correct(sink);
        link();
        TimeScale.set(pipeline, request.rate());
    }

    static long[] functions() {
        return Functions.ADDRESSES;
    }

    private static AppSrc source(Caps caps) {
        if (caps == null) {
            return null;
        }
        AppSrc source = FrameSource.unbounded();
        source.setCaps(caps);
        return source;
    }

    /** Without a tolerance, oggmux puts each packet where its time is, and does not count on from 0. */
    private void joinInOgg() {
        if (Elements.isOfFactory(muxer, "oggmux")) {
            muxer.setAsString("max-page-delay", "1");
            muxer.setAsString("max-tolerance", "0");
            OggEnd.keepLastPackets(muxer);
        }
    }

    private void link() {
        boolean linked = muxer.link(sink)
                && Element.linkPads(parsed(), "src", muxer, ReplayContainer.VIDEO_PAD)
                && (sound == null || Element.linkPads(sound, "src", muxer, ReplayContainer.SOUND_PAD));
        if (!linked) {
            throw failed(container.muxer() + " does not take it");
        }
    }

    /** Returns the element behind which the picture is as the muxer takes it. */
    private Element parsed() {
        if (container.parser() == null) {
            return video;
        }
        Element parser = Elements.make(container.parser());
        pipeline.add(parser);
        if (!video.link(parser)) {
            throw failed(container.parser() + " does not take it");
        }
        return parser;
    }

    /**
     * Writes the file, and returns when it is complete.
     *
     * @param baseNs the running time that becomes 0
     * @param fromNs that of the first frame
     */
    void write(long baseNs, long fromNs) {
        long leadNs = sound != null && container.beginsByDts() ? SOUND_LEAD_NS : 0;
        if (leadNs > 0) {
            PrimedSound.begin(sound.getStaticPad("src"), -leadNs, fromNs - baseNs + leadNs);
        }
        if (!SinkLocation.set(sink, draft) || pipeline.play() == StateChangeReturn.FAILURE) {
            throw failure();
        }
        monitor.expectEnd();
        long soundPointer = sound == null ? 0 : pointer(sound);
        int flow = ReplayNative.send(functions(), save, pointer(video), soundPointer, baseNs, baseNs - leadNs);
        if (flow != FLOW_OK) {
            throw failed("appsrc refused a packet with flow return " + flow);
        }
        awaitEnd();
        if (monitor.failure() != null) {
            throw failure();
        }
    }

    /** A slow disk may take as long as it needs, as long as the file grows. */
    private void awaitEnd() {
        Patience patience = new Patience(timeoutNs);
        long seenBytes = 0;
        while (!monitor.awaitEnd(Patience.NAP_NS)) {
            long sizeBytes = sizeBytes();
            if (sizeBytes != seenBytes) {
                seenBytes = sizeBytes;
                patience.restart();
            }
            if (patience.isOver()) {
                throw new RecordingException(
                        FailureKind.CLOSE_TIMEOUT,
                        "cannot save a replay to " + container.target() + ": nothing was written for "
                                + Patience.words(timeoutNs));
            }
        }
    }

    private long sizeBytes() {
        try {
            return Files.size(draft);
        } catch (IOException e) {
            return 0;
        }
    }

    private RecordingException failure() {
        RecordingException told = monitor.failure();
        return told == null
                ? failed("the sink cannot open it")
                : new RecordingException(
                        told.kind(), "cannot save a replay to " + container.target() + ": " + told.getMessage(), told);
    }

    private RecordingException failed(String why) {
        return new RecordingException(FailureKind.STREAM, "cannot save a replay to " + container.target() + ": " + why);
    }

    private static long pointer(Element element) {
        return Pointer.nativeValue(Natives.getRawPointer(element));
    }

    /** Stops the pipeline. One that is stuck stays as it is. */
    void close() {
        pipeline.stop();
        monitor.disconnect();
        Elements.dispose(pipeline);
        ownReference.release();
        GStreamer.letGo();
    }
}
