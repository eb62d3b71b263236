package io.github.stagerecorder.encode;

import io.github.stagerecorder.RecordingException;
import io.github.stagerecorder.frame.Slot;
import java.util.concurrent.CompletableFuture;

/**
 * An encoder that takes frames. Frames come from the thread that captures. The encoder owns the pool until its end.
 *
 * <p>No GStreamer type appears here, so that an implementation can run in another process.
 */
public interface Encoder {
    /**
     * Takes a READY slot, which the encoder owns from now on. One thread at a time may call it.
     *
     * @return false if the encoder takes no more slots
     */
    boolean submit(Slot slot);

    /** Returns the first failure of any part, or null. Any thread may call it. */
    RecordingException failure();

    /** Ends the recording with a failure; the first failure counts. Any thread may call it. */
    void fail(RecordingException failure);

    /**
     * Ends the stream: queued frames are encoded and the file is completed in the background. No slot may be submitted
     * after this call.
     *
     * @param reachedNs the stream time until which the newest picture lasts
     * @param captureOver whether no thread is inside a capture; if one is, the pool's memory is never released
     */
    CompletableFuture<EncoderResult> finish(long reachedNs, boolean captureOver);

    /** Returns the bytes in the file so far; -1 if the description ends in its own sink. Any thread may call it. */
    long bytesWritten();

    /** Returns how often a picture was repeated. Any thread may call it. */
    long repeatedCount();
}
