package io.github.stagerecorder.report;

/**
 * What a replay holds now. Immutable.
 *
 * @param heldNs the time from its first frame to the end of its newest one
 * @param heldBytes the encoded bytes of picture and sound
 */
public record ReplayCounts(long heldNs, long heldBytes) {
    /** Nothing is held. */
    public static final ReplayCounts NONE = new ReplayCounts(0, 0);
}
