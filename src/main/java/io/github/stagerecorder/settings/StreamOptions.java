package io.github.stagerecorder.settings;

/**
 * Where a stream goes, and how much of it a second. Immutable.
 *
 * @param bitRateBps the most bits of picture a second; 0 for what suits its size
 */
public record StreamOptions(StreamAddress address, int bitRateBps) {}
