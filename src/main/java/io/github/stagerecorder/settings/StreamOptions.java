package io.github.stagerecorder.settings;

/**
 * Where a stream goes, and how much of it a second. Immutable.
 *
 * @param bitRateBps the most bits of picture a second; 0 for what suits its size
 * @param longestWaitNs how long a frame may wait for a slow network at most; 0 if none does
 */
public record StreamOptions(StreamAddress address, int bitRateBps, long longestWaitNs) {}
