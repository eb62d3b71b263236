package io.github.stagerecorder.encode;

import io.github.stagerecorder.RecordingException;

/**
 * The result of an encoder after its end.
 *
 * @param failure the failure; null if the file is complete
 * @param playableUntilNs the playable length in the recording's own time; 0 if nothing plays
 */
public record EncoderResult(RecordingException failure, long playableUntilNs) {}
