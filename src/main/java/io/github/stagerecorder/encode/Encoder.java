package io.github.stagerecorder.encode;

import io.github.stagerecorder.RecordingException;
import io.github.stagerecorder.SavedReplay;
import io.github.stagerecorder.file.OutputTarget;
import io.github.stagerecorder.frame.Slot;
import io.github.stagerecorder.frame.SoundSink;
import io.github.stagerecorder.report.ReplayCounts;
import io.github.stagerecorder.report.StreamCounts;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

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

    /** Returns the input for sound, which takes sound until {@link #finish}; null if there is no sound to record. */
    SoundSink sound();

    /** Returns the first failure of any part, or null. Any thread may call it. */
    RecordingException failure();

    /** Calls {@code hearer} once with the first failure, on the thread that fails; at once if it has failed already. */
    void onFailure(Consumer<RecordingException> hearer);

    /** Ends the recording with a failure; the first failure counts. Any thread may call it. */
    void fail(RecordingException failure);

    /**
     * Ends the stream: queued frames are encoded and the file is completed in the background. No slot may be submitted
     * after this call; one that is submitted all the same is refused. The sound ends with what was pushed. A second
     * call returns the same future.
     *
     * @param reachedNs the stream time until which the newest picture lasts
     * @param captureOver whether no thread is inside a capture; if one is, the pool's memory is never released
     */
    CompletableFuture<EncoderResult> finish(long reachedNs, boolean captureOver);

    /**
     * Saves the last seconds as a file of its own, in the background. Only for a recording that keeps a replay. Any
     * thread may call it.
     *
     * @param untilNs the PTS of the last frame
     * @throws RecordingException if the container of the file does not take the stream
     */
    CompletableFuture<SavedReplay> saveReplay(OutputTarget target, long untilNs);

    /** Returns what the replay holds. Any thread may call it. */
    ReplayCounts replayCounts();

    /** Returns what became of the stream to the network. Any thread may call it. */
    StreamCounts streamCounts();

    /** Calls {@code hearer} with each interruption of the stream, in words, on a thread of the stream's. */
    void onStreamTrouble(Consumer<String> hearer);

    /** Returns the bytes in the file so far; -1 if there is no file of ours. Any thread may call it. */
    long bytesWritten();

    /** Returns how often a picture was repeated. Any thread may call it. */
    long repeatedCount();
}
