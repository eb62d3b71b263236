package io.github.stagerecorder.encode;

import io.github.stagerecorder.RecordingException;

/**
 * How an encoder ended.
 *
 * @param failure null when the file is complete
 * @param playableUntilNs how much of the recording, in its own time, can be played; 0 for nothing
 */
public record EncoderResult(RecordingException failure, long playableUntilNs) {}
