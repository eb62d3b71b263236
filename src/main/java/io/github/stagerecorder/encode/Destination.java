package io.github.stagerecorder.encode;

import java.util.Optional;
import org.freedesktop.gstreamer.Element;

/** What becomes of the encoded stream. */
interface Destination {
    /** The element to put behind the description; empty where that brings its own. Once. */
    Optional<Element> sink();

    /**
     * The first frame is on its way.
     *
     * @throws io.github.stagerecorder.RecordingException if the destination cannot take it
     */
    void begin();

    /**
     * The stream has ended, and the pipeline still runs.
     *
     * @throws io.github.stagerecorder.RecordingException if what was written is no longer there
     */
    void requireKept();

    /** Nothing that could be played was written. The pipeline has stopped. */
    void discard();

    /** What has been written so far; -1 where that cannot be known. Any thread. */
    long bytesWritten();
}
