package io.github.stagerecorder.encode;

import io.github.stagerecorder.RecordingException;
import io.github.stagerecorder.frame.Slot;
import java.util.concurrent.CompletableFuture;

/**
 * An encoder that is being fed. Frames come in on the render thread. It owns the pool from here to its end.
 *
 * <p>Nothing of GStreamer's shows here, so that what stands behind it can run in another process.
 */
public interface Encoder {
    /** Takes a READY slot, which is the encoder's from here on. Render thread. @return false when it takes no more */
    boolean submit(Slot slot);

    /** The first failure of whatever part, or null. Any thread. */
    RecordingException failure();

    /** Ends the recording by a failure that the caller has met; the first one counts. Any thread. */
    void fail(RecordingException failure);

    /**
     * Nothing more is submitted: what is queued is encoded, and the file completed, in the background.
     *
     * @param reachedNs the stream time until which the newest picture is to last
     * @param captureOver whether the render thread is outside of every capture; else the pool's memory is never given
     *     back
     */
    CompletableFuture<EncoderResult> finish(long reachedNs, boolean captureOver);

    /** Bytes in the file so far; -1 when the description brings its own sink. Any thread. */
    long bytesWritten();

    /** How often the newest picture was repeated. Any thread. */
    long repeatedCount();
}
