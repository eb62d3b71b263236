package io.github.stagerecorder.pipeline;

import com.sun.jna.Pointer;
import io.github.stagerecorder.FailureKind;
import io.github.stagerecorder.RecordingException;
import io.github.stagerecorder.gstreamer.Elements;
import io.github.stagerecorder.gstreamer.GStreamer;
import io.github.stagerecorder.gstreamer.OwnReference;
import io.github.stagerecorder.settings.StreamAddress;
import java.util.concurrent.TimeUnit;
import org.freedesktop.gstreamer.Element;
import org.freedesktop.gstreamer.Pipeline;
import org.freedesktop.gstreamer.State;
import org.freedesktop.gstreamer.StateChangeReturn;
import org.freedesktop.gstreamer.Structure;
import org.freedesktop.gstreamer.elements.AppSrc;
import org.freedesktop.gstreamer.glib.Natives;

/**
 * A connection to a network, in a pipeline of its own, so that the recording's never sees it:
 *
 * <pre>
 *   appsrc ! h264parse ! muxer.   [appsrc ! aacparse ! muxer.]   muxer ! sink
 * </pre>
 *
 * One thread uses it.
 */
final class StreamConnection implements AutoCloseable {
    private static final long STOP_NS = TimeUnit.SECONDS.toNanos(2);
    private static final long FAILURE_DETAIL_NS = TimeUnit.MILLISECONDS.toNanos(500);

    private final StreamAddress address;
    private final StreamRoute route;
    private final Pipeline pipeline = new Pipeline();
    private final OwnReference ownReference = new OwnReference(pipeline);
    private final BusMonitor monitor = new BusMonitor(pipeline);
    private final AppSrc video = FrameSource.unbounded();
    private final AppSrc sound; // null without sound
    private long pushedBytes;
    private long lessThanPushed; // by which the sink's count differs when all has left

    /** @throws RecordingException if an element is missing, or they do not fit */
    StreamConnection(StreamAddress address, boolean hasSound) {
        this.address = address;
        GStreamer.hold();
        sound = hasSound ? FrameSource.unbounded() : null;
        try {
            route = new StreamRoute(address);
            build();
        } catch (RuntimeException | Error e) {
            dispose();
            throw e;
        }
    }

    private void build() {
        route.elements().forEach(pipeline::add);
        boolean linked = route.first() == route.sink() || route.first().link(route.sink());
        linked = linked && join(video, "h264parse", route.videoPad());
        linked = linked && (sound == null || join(sound, "aacparse", route.soundPad()));
        if (!linked) {
            throw failed("its elements do not link");
        }
    }

    /** H.264 has its headers in front of each keyframe, so that a viewer can begin at any. */
    private boolean join(AppSrc source, String parserName, String pad) {
        Element parser = Elements.make(parserName);
        if (source == video) {
            parser.set("config-interval", -1);
        }
        pipeline.add(source);
        pipeline.add(parser);
        return source.link(parser) && Element.linkPads(parser, "src", route.first(), pad);
    }

    long video() {
        return Pointer.nativeValue(Natives.getRawPointer(video));
    }

    long sound() {
        return sound == null ? 0 : Pointer.nativeValue(Natives.getRawPointer(sound));
    }

    /** Begins to connect. */
    void open() {
        if (pipeline.play() == StateChangeReturn.FAILURE) {
            monitor.awaitEnd(FAILURE_DETAIL_NS);
            requireAlive();
            throw failed("its pipeline does not start");
        }
    }

    /** @throws RecordingException if the connection has failed */
    void requireAlive() {
        if (monitor.failure() != null) {
            throw failed(monitor.failure().getMessage());
        }
    }

    private RecordingException failed(String why) {
        return new RecordingException(FailureKind.OUTPUT, address.redact(why));
    }

    /** Counts what was handed over. */
    void pushed(long sizeBytes) {
        pushedBytes += sizeBytes;
    }

    /** Returns how many bytes have been handed over and wait here. */
    long waitingBytes() {
        long inFrontBytes = level(video) + (sound == null ? 0 : level(sound));
        return inFrontBytes + (route.isCounted() ? waitingInSinkBytes() : 0);
    }

    private static long level(AppSrc source) {
        return ((Number) source.get("current-level-bytes")).longValue();
    }

    /**
     * rtmp2sink takes all at once, and has a queue without an end. It counts what has left, with headers of its own:
     * when nothing waits, that is more than was pushed.
     */
    private long waitingInSinkBytes() {
        Structure stats = (Structure) route.sink().get("stats");
        long difference = pushedBytes - ((Number) stats.getValue("out-bytes-total")).longValue();
        lessThanPushed = Math.min(lessThanPushed, difference);
        return difference - lessThanPushed;
    }

    /** Returns whether the sink runs, which RTSP's does when the server has agreed. */
    boolean isPlaying() {
        return pipeline.getState(0) == State.PLAYING;
    }

    /** Ends the stream, so that what waits still leaves. */
    void end() {
        monitor.expectEnd();
        video.endOfStream();
        if (sound != null) {
            sound.endOfStream();
        }
    }

    /** Returns whether all has left, or nothing more will. */
    boolean hasEndedWithin(long timeoutNs) {
        return monitor.awaitEnd(timeoutNs);
    }

    /** Stops the pipeline. One that is stuck is left to the helper, which disposes of it if it ever stops. */
    @Override
    public void close() {
        PipelineStop.within(STOP_NS, pipeline, this::dispose);
    }

    private void dispose() {
        monitor.disconnect();
        Elements.dispose(pipeline);
        ownReference.release();
        GStreamer.letGo();
    }
}
