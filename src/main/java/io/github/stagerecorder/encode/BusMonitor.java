package io.github.stagerecorder.encode;

import io.github.stagerecorder.FailureKind;
import io.github.stagerecorder.RecordingException;
import java.util.concurrent.atomic.AtomicReference;
import org.freedesktop.gstreamer.Bus;
import org.freedesktop.gstreamer.GstObject;
import org.freedesktop.gstreamer.Pipeline;

/**
 * Latches the first failure of a recording, whoever meets it, and the end of the stream. Any thread.
 *
 * <p>The bus calls back on GStreamer's own service thread, which is never blocked here. A push goes on returning OK
 * long after an element downstream has failed: only the bus tells.
 */
final class BusMonitor {
    private final AtomicReference<RecordingException> failure = new AtomicReference<>();
    private final Signal ended = new Signal();
    private final Bus bus;

    private volatile boolean endExpected;

    // Kept here, to be disconnected by.
    private final Bus.ERROR onError = this::busError;
    private final Bus.EOS onEos = this::busEnd;

    BusMonitor(Pipeline pipeline) {
        bus = pipeline.getBus();
        bus.connect(onError);
        bus.connect(onEos);
    }

    /** A sink's error is not the encoder's fault: the disk is full, or whatever else it was. */
    private void busError(GstObject source, int code, String message) {
        FailureKind kind = Elements.isSink(source) ? FailureKind.OUTPUT : FailureKind.STREAM;
        latch(new RecordingException(kind, source.getName() + ": " + message + " (code " + code + ")"));
    }

    private void busEnd(GstObject source) {
        if (endExpected) {
            ended.set();
        } else {
            latch(new RecordingException(FailureKind.STREAM, "the pipeline ended the stream by itself"));
        }
    }

    /** From here on the end of the stream is what we want; before, it is a failure. */
    void expectEnd() {
        endExpected = true;
    }

    /** Keeps the first failure and ends the wait for the stream's end. */
    void latch(RecordingException newFailure) {
        failure.compareAndSet(null, newFailure);
        ended.set();
    }

    RecordingException failure() {
        return failure.get();
    }

    /** Waits for the end of the stream or a failure. @return false when neither came within the time */
    boolean awaitEnd(long timeoutNs) {
        return ended.await(timeoutNs);
    }

    void disconnect() {
        bus.disconnect(onError);
        bus.disconnect(onEos);
    }
}
