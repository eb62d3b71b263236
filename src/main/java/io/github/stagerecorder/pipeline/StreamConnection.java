package io.github.stagerecorder.pipeline;

import com.sun.jna.Pointer;
import io.github.stagerecorder.FailureKind;
import io.github.stagerecorder.RecordingException;
import io.github.stagerecorder.gstreamer.Elements;
import io.github.stagerecorder.gstreamer.GStreamer;
import io.github.stagerecorder.gstreamer.OwnReference;
import io.github.stagerecorder.settings.StreamAddress;
import io.github.stagerecorder.settings.StreamProtocol;
import java.util.concurrent.TimeUnit;
import org.freedesktop.gstreamer.Element;
import org.freedesktop.gstreamer.Pad;
import org.freedesktop.gstreamer.Pipeline;
import org.freedesktop.gstreamer.State;
import org.freedesktop.gstreamer.StateChangeReturn;
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

    private static final String NOT_OPENED = "(code 7)"; // GST_RESOURCE_ERROR_OPEN_READ_WRITE

    private final StreamAddress address;
    private final StreamRoute route;
    private final Pipeline pipeline = new Pipeline();
    private final OwnReference ownReference = new OwnReference(pipeline);
    private final BusMonitor monitor = new BusMonitor(pipeline);
    private final AppSrc video = FrameSource.unbounded();
    private final AppSrc sound; // null without sound
    private final SrtAnswers srt; // null for other protocols
    private StreamArrival arrival; // null before the end
    private long pushedBytes;
    private long lessThanPushed; // by which the sink's count differs when all has left

    /** @throws RecordingException if an element is missing, or they do not fit */
    StreamConnection(StreamAddress address, boolean hasSound) {
        this.address = address;
        GStreamer.hold();
        sound = hasSound ? FrameSource.unbounded() : null;
        try {
            route = new StreamRoute(address);
            srt = route.protocol() == StreamProtocol.SRT ? new SrtAnswers(route) : null;
            build();
        } catch (RuntimeException | Error e) {
            dispose();
            throw e;
        }
    }

    private void build() {
        route.elements().forEach(pipeline::add);
        pipeline.set("latency", route.latencyNs(sound != null));
        if (route.first() == route.sink()) { // it announces last what joins first
            joinSound();
            joinPicture();
        } else {
            requireLinked(route.first().link(route.sink()));
            joinPicture();
            joinSound();
        }
    }

    private void joinPicture() {
        Element parser = Elements.make("h264parse");
        parser.set("config-interval", -1); // headers in front of each keyframe, so that a viewer can begin at any
        join(video, parser, route.videoPad());
    }

    private void joinSound() {
        if (sound != null) {
            join(sound, Elements.make("aacparse"), route.soundPad());
        }
    }

    private void join(AppSrc source, Element parser, Pad pad) {
        pipeline.add(source);
        pipeline.add(parser);
        requireLinked(source.link(parser));
        parser.getStaticPad("src").link(pad);
    }

    private void requireLinked(boolean linked) {
        if (!linked) {
            throw failed("its elements do not link");
        }
    }

    long video() {
        return Pointer.nativeValue(Natives.getRawPointer(video));
    }

    long sound() {
        return sound == null ? 0 : Pointer.nativeValue(Natives.getRawPointer(sound));
    }

    /** Begins to connect. */
    void open() {
        require(pipeline.pause());
    }

    /** The first packet is there, and the time of those that go by a clock begins. */
    void play() {
        require(pipeline.play());
    }

    private void require(StateChangeReturn change) {
        if (change == StateChangeReturn.FAILURE) {
            monitor.awaitEnd(FAILURE_DETAIL_NS);
            requireAlive();
            throw failed("its pipeline does not start");
        }
    }

    /**
     * A server may break the connection once it has the end.
     *
     * @throws RecordingException if the connection has failed before
     */
    void requireAlive() {
        if (monitor.failure() != null && !monitor.hasEndedWell()) {
            throw failed(monitor.failure().getMessage());
        }
    }

    private RecordingException failed(String why) {
        return new RecordingException(FailureKind.OUTPUT, address.redact(why) + hint(why));
    }

    /** RTSP's sink does not tell why it cannot connect. */
    private String hint(String why) {
        return address.isSecure() && address.protocol() == StreamProtocol.RTSP && why.contains(NOT_OPENED)
                ? "; this system must trust the server's certificate"
                : "";
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

    /** Returns how many bytes have been handed over and are not known to have left, or by SRT to have arrived. */
    long unsureBytes() {
        long waitingBytes = waitingBytes();
        return srt == null ? waitingBytes : pushedBytes - srt.arrivedBytes(pushedBytes - waitingBytes);
    }

    /** Returns how much of what has left was dropped, the oldest first. */
    long droppedBytes() {
        return srt == null ? 0 : srt.droppedBytes();
    }

    private static long level(AppSrc source) {
        return ((Number) source.get("current-level-bytes")).longValue();
    }

    /**
     * rtmp2sink takes all at once, and has a queue without an end. It counts what has left, with headers of its own:
     * when nothing waits, that is more than was pushed.
     */
    private long waitingInSinkBytes() {
        long difference = pushedBytes - (long) route.figure(StreamRoute.SENT);
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
        arrival = new StreamArrival(route);
        video.endOfStream();
        if (sound != null) {
            sound.endOfStream();
        }
    }

    /** Waits until all has arrived after the end, as far as that can be known, or nothing more will. */
    boolean hasArrivedWithin(long timeoutNs) {
        return monitor.awaitEnd(timeoutNs) && (monitor.failure() != null || hasArrived());
    }

    private boolean hasArrived() {
        return missingBytes() == 0 && arrival.isComplete();
    }

    /** Returns how many bytes have not arrived after the end, as far as a protocol tells. */
    long missingBytes() {
        return srt == null ? 0 : unsureBytes();
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
