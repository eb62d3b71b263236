package io.github.stagerecorder.readback;

/** Names what is read. The order is that of {@code sr_source_kind} in {@code native/gl/sr_readback.h}. */
public enum Source {
    /** The framebuffer itself is read, the lowest row first, as GL stores it. */
    BOTTOM_UP,
    /** The framebuffer itself is read upright: the driver inverts the rows (MESA_pack_invert). */
    INVERTED,
    /** A single-sampled copy of a multisampled framebuffer is read, the lowest row first. */
    RESOLVED,
    /** A copy that the GPU has flipped is read upright. */
    FLIPPED,
    /** The planes of the picture's format are read upright; a shader has made them. */
    PLANES;

    /** Returns whether the GPU makes a picture of the framebuffer, which is read. */
    boolean isCopy() {
        return this == RESOLVED || this == FLIPPED || this == PLANES;
    }

    /** Returns the source to use instead if the framebuffer itself cannot be read, as when it is multisampled. */
    Source resolving() {
        return switch (this) {
            case BOTTOM_UP -> RESOLVED;
            case INVERTED -> FLIPPED;
            default -> this;
        };
    }
}
