package io.github.stagerecorder;

/**
 * What has happened to the frames so far. A snapshot: immutable.
 *
 * <p>At every moment {@code calls = taken + skipped + dropped + failed} and
 * {@code taken = inFlight + delivered + lost}; after closing nothing is in flight.
 *
 * @param taken captures whose pixels were read
 * @param skippedAboveRate paints beyond the file's rate
 * @param skippedPaused captures while paused
 * @param skippedSize captures while the stage had no pixels, as of a minimised window, or under
 *     {@link ResizePolicy#NEW_FILE} a size that no encoder takes
 * @param skippedNested captures inside a capture
 * @param droppedPoolFull captures that found no free slot, as the pipeline had as many as it can have
 * @param droppedEncoderSlow captures that found no free slot, as frames waited for the recorder's own thread
 * @param droppedGpuLate captures that found no free slot, as the GPU was still filling half of them or more
 * @param failed captures after the recording had failed
 * @param delivered frames that the pipeline has consumed
 * @param lostByFailure frames that were taken and given up because the recording failed
 * @param lostAtClose frames that were taken and not encoded by the deadline of close(), or not read by the GPU when
 *     another thread than the render thread ended the recording
 * @param lostByDriver frames that were taken and that the GL driver failed to deliver
 * @param repeated pictures pushed once more so that a stage which stood still keeps its length
 * @param waits captures that had to wait for a slot
 * @param bytesWritten the size of all files in bytes; -1 when the description brings its own sink
 * @param slots frames that are read into
 * @param planesSlots frames that are converted into; 0 where they are pushed as they were read
 * @param poolBytes memory of the pool, in bytes, older generations included
 * @param encoder the encoding elements in use
 * @param readStrategy how pixels are read back, and in which format
 * @param conversion how they become what the pipeline takes, such as "kernel avx2 BGRx to I420"
 */
public record Stats(
        long taken,
        long skippedAboveRate,
        long skippedPaused,
        long skippedSize,
        long skippedNested,
        long droppedPoolFull,
        long droppedEncoderSlow,
        long droppedGpuLate,
        long failed,
        long delivered,
        long lostByFailure,
        long lostAtClose,
        long lostByDriver,
        long repeated,
        long waits,
        long bytesWritten,
        int slots,
        int planesSlots,
        long poolBytes,
        String encoder,
        String readStrategy,
        String conversion) {

    /** Calls of capture that returned. */
    public long calls() {
        return taken + skipped() + dropped() + failed;
    }

    public long skipped() {
        return skippedAboveRate + skippedPaused + skippedSize + skippedNested;
    }

    public long dropped() {
        return droppedPoolFull + droppedEncoderSlow + droppedGpuLate;
    }

    public long lost() {
        return lostByFailure + lostAtClose + lostByDriver;
    }

    /** Frames that were taken and are neither delivered nor lost yet. */
    public long inFlight() {
        return taken - delivered - lost();
    }

    /** The sum of both; what is no count is this one's. */
    Stats plus(Stats other) {
        return new Stats(
                taken + other.taken,
                skippedAboveRate + other.skippedAboveRate,
                skippedPaused + other.skippedPaused,
                skippedSize + other.skippedSize,
                skippedNested + other.skippedNested,
                droppedPoolFull + other.droppedPoolFull,
                droppedEncoderSlow + other.droppedEncoderSlow,
                droppedGpuLate + other.droppedGpuLate,
                failed + other.failed,
                delivered + other.delivered,
                lostByFailure + other.lostByFailure,
                lostAtClose + other.lostAtClose,
                lostByDriver + other.lostByDriver,
                repeated + other.repeated,
                waits + other.waits,
                bytesWritten + other.bytesWritten,
                slots,
                planesSlots,
                poolBytes + other.poolBytes,
                encoder,
                readStrategy,
                conversion);
    }

    /** Other captures, of which none was taken; what is no count is this one's. */
    Stats with(CaptureCounters others) {
        return new Stats(
                0,
                others.skippedAboveRate.get(),
                others.skippedPaused.get(),
                others.skippedSize.get(),
                others.skippedNested.get(),
                others.droppedPoolFull.get(),
                others.droppedEncoderSlow.get(),
                others.droppedGpuLate.get(),
                others.failed.get(),
                0,
                0,
                0,
                0,
                0,
                others.waits.get(),
                0,
                slots,
                planesSlots,
                0,
                encoder,
                readStrategy,
                conversion);
    }

    /** The same with another {@link #poolBytes}. */
    Stats withPoolBytes(long newPoolBytes) {
        return new Stats(
                taken,
                skippedAboveRate,
                skippedPaused,
                skippedSize,
                skippedNested,
                droppedPoolFull,
                droppedEncoderSlow,
                droppedGpuLate,
                failed,
                delivered,
                lostByFailure,
                lostAtClose,
                lostByDriver,
                repeated,
                waits,
                bytesWritten,
                slots,
                planesSlots,
                newPoolBytes,
                encoder,
                readStrategy,
                conversion);
    }
}
