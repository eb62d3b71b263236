package io.github.stagerecorder.plan;

/**
 * What a preflight found out. Immutable.
 *
 * @param gstreamer its version; null if it cannot be used
 * @param encoder null if none opens
 * @param conversion null if none opens
 * @param poolBytes -1 if none opens
 * @param bytesPerSecond -1 if none opens
 * @param isEstimate whether that is an estimate, not the uncompressed size
 * @param freeBytes -1 if that is not known
 */
public record PreflightFigures(
        String gstreamer,
        String encoder,
        String conversion,
        long poolBytes,
        long budgetBytes,
        long bytesPerSecond,
        boolean isEstimate,
        long freeBytes) {

    /** How long the free disk lasts; -1 if that is not known. */
    public long freeSeconds() {
        return bytesPerSecond <= 0 || freeBytes < 0 ? -1 : freeBytes / bytesPerSecond;
    }
}
