package io.github.stagerecorder.report;

/**
 * The figures that a preflight found. Immutable.
 *
 * @param gstreamer GStreamer's version; null if it cannot be used
 * @param encoder the encoding elements; null if no encoder opens
 * @param conversion how pixels are converted; null if no encoder opens
 * @param poolBytes the memory of the pool; -1 if no encoder opens
 * @param budgetBytes the memory budget
 * @param bytesPerSecond the size of the file in bytes a second; -1 if no encoder opens
 * @param isEstimate whether {@code bytesPerSecond} is an estimate and not the uncompressed size
 * @param freeBytes the free space on the disk; -1 if it is not known
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

    /** Returns how long the free space lasts, in seconds; -1 if that is not known. */
    public long freeSeconds() {
        return bytesPerSecond <= 0 || freeBytes < 0 ? -1 : freeBytes / bytesPerSecond;
    }
}
