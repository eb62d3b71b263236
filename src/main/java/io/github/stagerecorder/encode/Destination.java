package io.github.stagerecorder.encode;

import java.util.Optional;
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

    /** Removes the output, because nothing playable was written. The pipeline has stopped. */
    void discard();

    /** Returns the bytes written so far, or -1 if that cannot be known. Any thread may call it. */
    long bytesWritten();
}
