package io.github.stagerecorder.encode;

import io.github.stagerecorder.FailureKind;
import io.github.stagerecorder.RecordingException;
import java.util.concurrent.atomic.AtomicReference;
import org.freedesktop.gstreamer.Bus;
import org.freedesktop.gstreamer.GstObject;
import org.freedesktop.gstreamer.Pipeline;

/**
 * Latches the first failure of a recording, from whichever part, and the end of the stream. Any thread may use it.
 *
 * <p>The bus calls back on GStreamer's service thread, which is never blocked here. A push still returns OK long after
 * an element downstream has failed; only the bus reports the failure.
 */
final class BusMonitor {
    private final AtomicReference<RecordingException> failure = new AtomicReference<>();
    private final Signal ended = new Signal();
    private final Bus bus;

    private volatile boolean endExpected;
    private volatile boolean endReached;
    private volatile RecordingException early; // ended the recording while the stream could still be completed

    // Kept in fields, because disconnecting needs the same objects.
    private final Bus.ERROR onError = this::busError;
    private final Bus.EOS onEos = this::busEnd;

    BusMonitor(Pipeline pipeline) {
        bus = pipeline.getBus();
        bus.connect(onError);
        bus.connect(onEos);
    }

    /** Latches an error. The error of a sink concerns the output, such as a full disk, and not the encoder. */
    private void busError(GstObject source, int code, String message) {
        FailureKind kind = Elements.isSink(source) ? FailureKind.OUTPUT : FailureKind.STREAM;
        latch(new RecordingException(kind, BusError.describe(source, code, message)));
    }

    private void busEnd(GstObject source) {
        if (endExpected) {
            endReached = true;
            ended.set();
        } else {
            latch(new RecordingException(FailureKind.STREAM, "the pipeline ended the stream by itself"));
        }
    }

    /** Expects the end of the stream from now on; before this call, it is a failure. */
    void expectEnd() {
        endExpected = true;
    }

    /** Keeps the first failure and ends the wait for the stream's end. */
    void latch(RecordingException newFailure) {
        failure.compareAndSet(null, newFailure);
        ended.set();
    }

    /** Ends the recording, but not the stream: pushed frames can still be completed. The first cause counts. */
    void endEarly(RecordingException cause) {
        if (early == null) {
            early = cause;
            failure.compareAndSet(null, cause);
        }
    }

    /** Returns whether the stream is complete: nothing failed, or the failure ended the recording early. */
    boolean isComplete() {
        RecordingException first = failure.get();
        return first == null || first == early && endReached;
    }

    RecordingException failure() {
        return failure.get();
    }

    /** Waits for the end of the stream or a failure. @return false if neither came within the time */
    boolean awaitEnd(long timeoutNs) {
        return ended.await(timeoutNs);
    }

    void disconnect() {
        bus.disconnect(onError);
        bus.disconnect(onEos);
    }
}
