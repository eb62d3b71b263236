package io.github.stagerecorder.pipeline;

import static org.freedesktop.gstreamer.lowlevel.GstMessageAPI.GSTMESSAGE_API;

import com.sun.jna.Native;
import com.sun.jna.Platform;
import com.sun.jna.ptr.PointerByReference;
import io.github.stagerecorder.FailureKind;
import io.github.stagerecorder.RecordingException;
import io.github.stagerecorder.gstreamer.Elements;
import io.github.stagerecorder.gstreamer.ReceivedError;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.freedesktop.gstreamer.Bus;
import org.freedesktop.gstreamer.BusSyncReply;
import org.freedesktop.gstreamer.GstObject;
import org.freedesktop.gstreamer.Pipeline;
import org.freedesktop.gstreamer.message.Message;

/**
 * Latches the first failure of a recording, from whichever part, and the end of the stream. Any thread may use it.
 *
 * <p>It takes each message on the thread that posts it, and keeps none. The binding's service thread, which delivers
 * messages otherwise, may be busy with a handler of the program, or may be the one that waits for the recording's end.
 * A push still returns OK long after an element downstream has failed; only the bus reports the failure.
 */
public final class BusMonitor {
    private final FirstFailure first = new FirstFailure();
    private final Signal ended = new Signal();
    private final Signal sinkEnded = new Signal();
    private final Bus bus;

    private volatile boolean endExpected;
    private volatile boolean endReached;
    private volatile boolean hasEndedWell; // the end came before any failure
    private volatile RecordingException early; // ended the recording while the stream could still be completed
    private volatile boolean failedLater; // and then it could not

    BusMonitor(Pipeline pipeline) {
        bus = pipeline.getBus();
        bus.setSyncHandler(this::take);
    }

    /** The message is given up at once, so that it does not keep the element that sent it. */
    private BusSyncReply take(Message message) {
        try {
            switch (message.getType()) {
                case ERROR -> error(message);
                case EOS -> end();
                default -> {}
            }
        } catch (RuntimeException | Error e) {
            crash(e);
        } finally {
            message.dispose();
        }
        if (Platform.isWindows()) {
            detachAfterwards();
        }
        return BusSyncReply.DROP;
    }

    /**
     * The binding would keep a thread of GStreamer's attached to the virtual machine until it ends. Windows ends a
     * thread under the loader lock, and to detach it takes a lock of the virtual machine's, which a thread that starts
     * another one holds while it waits for the loader lock: the process would stop. In the middle of a pad probe, whose
     * Java code has called GStreamer, a thread cannot be detached; its last message is still to come. A request counts
     * until it is taken back.
     */
    private static void detachAfterwards() {
        List<StackWalker.StackFrame> frames = StackWalker.getInstance().walk(Stream::toList);
        boolean isGStreamers = frames.get(frames.size() - 1).getClassName().startsWith("com.sun.jna.");
        if (isGStreamers) { // and not a thread of Java's, which stays attached
            Native.detach(frames.stream().noneMatch(StackWalker.StackFrame::isNativeMethod));
        }
    }

    /** Latches an error. The error of a sink concerns the output, such as a full disk, and not the encoder. */
    private void error(Message message) {
        GstObject source = message.getSource();
        FailureKind kind = Elements.isSink(source) ? FailureKind.OUTPUT : FailureKind.STREAM;
        latch(new RecordingException(kind, described(source, message)));
    }

    private static String described(GstObject source, Message message) {
        PointerByReference reference = new PointerByReference();
        GSTMESSAGE_API.gst_message_parse_error(message, reference, null);
        ReceivedError error = ReceivedError.take(reference.getValue());
        return BusError.describe(source, error.code(), error.message());
    }

    private void end() {
        sinkEnded.set();
        if (endExpected) {
            endReached = true;
            hasEndedWell = first.get() == null;
            ended.set();
        } else {
            latch(new RecordingException(FailureKind.STREAM, "the pipeline ended the stream by itself"));
        }
    }

    /** Expects the end of the stream from now on; before this call, it is a failure. */
    public void expectEnd() {
        endExpected = true;
    }

    /** Keeps the first failure and ends the wait for the stream's end. */
    void latch(RecordingException newFailure) {
        if (!first.keep(newFailure)) {
            failedLater = true;
        }
        ended.set();
        first.tell();
    }

    /** Sets who hears of the first failure, once. */
    void onFailure(Consumer<RecordingException> hearer) {
        first.onFailure(hearer);
    }

    /** Latches what was thrown unexpectedly, even if the heap is exhausted. */
    void crash(Throwable thrown) {
        latch(first.described(thrown));
    }

    /** Ends the recording, but not the stream: pushed frames can still be completed. The first cause counts. */
    void endEarly(RecordingException cause) {
        if (early == null) {
            early = cause;
            first.latch(cause);
        }
    }

    /**
     * Returns whether the stream is complete: nothing failed, or the only failure ended the recording early. The end of
     * the stream reaches a sink that has failed too.
     */
    boolean isComplete() {
        RecordingException failure = first.get();
        return failure == null || failure == early && endReached && !failedLater;
    }

    /** Returns whether the expected end has reached the sink, and nothing had failed before. */
    boolean hasEndedWell() {
        return hasEndedWell;
    }

    public RecordingException failure() {
        return first.get();
    }

    /** Waits for the end of the stream or a failure. @return false if neither came within the time */
    public boolean awaitEnd(long timeoutNs) {
        return ended.await(timeoutNs);
    }

    /** Waits until the end of the stream has reached the sink, also after a failure. */
    void awaitSinkEnd(long timeoutNs) {
        sinkEnded.await(timeoutNs);
    }

    /** No message is taken after this call. */
    void disconnect() {
        bus.setFlushing(true);
        bus.clearSyncHandler();
    }
}
