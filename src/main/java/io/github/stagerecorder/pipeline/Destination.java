package io.github.stagerecorder.pipeline;

import java.util.Optional;
import org.freedesktop.gstreamer.Element;

/** Receives the encoded stream. */
interface Destination {
    /** Returns the sink to put behind the bin; empty if the bin has its own. Called once. */
    Optional<Element> sink(EncoderBin bin);

    /**
     * Begins the output. Called before the first frame is pushed.
     *
     * @throws io.github.stagerecorder.RecordingException if the destination cannot take the stream
     */
    void begin();

    /**
     * Checks that the output still exists. Called when the stream has ended and the pipeline still runs.
     *
     * @throws io.github.stagerecorder.RecordingException if the written file no longer exists
     */
    void requireKept();

    /**
     * Checks that the recording can continue. Called now and then during the recording.
     *
     * @throws io.github.stagerecorder.RecordingException if the recording must end now so that it can be completed
     */
    void reach(StreamReach stream);

    /**
     * Ends the output, and removes it if nothing in it plays. Called once, when the pipeline has stopped.
     *
     * @param writtenNs the time until which something is written; 0 if nothing is
     * @param playableNs the time until which that is certain to play
     */
    void end(long writtenNs, long playableNs);

    /** Returns the bytes written so far, or -1 if that cannot be known. Any thread may call it. */
    long bytesWritten();
}
