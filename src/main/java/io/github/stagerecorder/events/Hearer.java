package io.github.stagerecorder.events;

import io.github.stagerecorder.DropCause;
import io.github.stagerecorder.RecordingException;
import io.github.stagerecorder.Trouble;
import io.github.stagerecorder.report.Counts;
import io.github.stagerecorder.report.FileFacts;
import io.github.stagerecorder.report.FileResult;
import io.github.stagerecorder.report.SessionResult;
import java.util.function.Supplier;

/**
 * Hears what happens to a recording. It is called on the thread that knows: the render thread, the encoder thread or
 * one of GStreamer's. It must return soon. By default it does nothing.
 */
public interface Hearer {
    /** A file was started. */
    default void started(FileFacts file) {}

    /**
     * A capture was dropped.
     *
     * @param soFar returns the counts of the recording, on any thread and at any time
     */
    default void dropped(DropCause cause, Supplier<Counts> soFar) {}

    /** Trouble of a kind that was not told before. */
    default void troubled(Trouble trouble, String message) {}

    /** A file has failed. */
    default void failed(RecordingException failure) {}

    /** The end has begun. */
    default void closing(Supplier<Counts> soFar) {}

    /** A file has ended. */
    default void fileEnded(FileResult file) {}

    /** The recording has ended. */
    default void ended(SessionResult result) {}
}
