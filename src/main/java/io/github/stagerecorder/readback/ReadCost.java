package io.github.stagerecorder.readback;

/**
 * What one read costs. The wait for the GPU costs nothing, because the application can draw the next frame meanwhile.
 *
 * @param renderThreadNs the least time inside the calls that begin and collect a read
 * @param doneNs the least time from the beginning until the pixels were in the slot
 */
public record ReadCost(long renderThreadNs, long doneNs) {
    /** That of a way that does not work, or was not tried. */
    public static final ReadCost NONE = new ReadCost(Long.MAX_VALUE, Long.MAX_VALUE);

    /** Returns whether this way to read works here. */
    public boolean isKnown() {
        return !equals(NONE);
    }

    ReadCost least(ReadCost other) {
        return new ReadCost(Math.min(renderThreadNs, other.renderThreadNs), Math.min(doneNs, other.doneNs));
    }
}
