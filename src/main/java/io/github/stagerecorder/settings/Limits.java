package io.github.stagerecorder.settings;

/**
 * How much memory and time a recording may take. Immutable.
 *
 * @param budgetBytes the most memory that may hold frames
 * @param stallTimeoutNs how long a capture waits while no slot becomes free
 * @param closeTimeoutNs the deadline of each wait at the end
 */
public record Limits(long budgetBytes, long stallTimeoutNs, long closeTimeoutNs) {}
