package io.github.stagerecorder.encode;

import java.util.Optional;
import java.util.function.LongSupplier;
import org.freedesktop.gstreamer.Element;

/** Where the encoded stream is written. */
interface Destination {
    /** Returns the sink to put behind the description; empty if the description has its own. Called once. */
    Optional<Element> sink();

    /**
     * Is called before the first frame is pushed.
     *
     * @throws io.github.stagerecorder.RecordingException if the destination cannot take it
     */
    void begin();

    /**
     * Is called when the stream has ended and the pipeline still runs.
     *
     * @throws io.github.stagerecorder.RecordingException if the written file no longer exists
     */
    void requireKept();

    /**
     * Is called now and then during the recording.
     *
     * @param playableNs tells until when what is written is certain to play
     * @throws io.github.stagerecorder.RecordingException if the recording must end now so that it can be completed
     */
    void reach(LongSupplier playableNs);

    /**
     * Is called once when the pipeline has stopped. It removes an output in which nothing plays.
     *
     * @param writtenNs until when something is written; 0 if nothing is
     * @param playableNs until when that is certain to play
     */
    void end(long writtenNs, long playableNs);

    /** Returns the bytes written so far, or -1 if that cannot be known. Any thread may call it. */
    long bytesWritten();
}
