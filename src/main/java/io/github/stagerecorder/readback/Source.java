package io.github.stagerecorder.readback;

/** What is read of the framebuffer: {@code sr_source_kind} in {@code native/gl/sr_readback.h}, in its order. */
public enum Source {
    /** As GL has them: the lowest row first. */
    BOTTOM_UP,
    /** The right way up, turned by the driver while reading (MESA_pack_invert). */
    INVERTED,
    /** Bottom-up, from a single-sampled copy of a framebuffer with several samples a pixel. */
    RESOLVED,
    /** The right way up, from a copy that the GPU has turned. */
    FLIPPED,
    /** The right way up, as the planes of the picture's format, which the GPU has made. */
    PLANES;

    /** The same of a framebuffer with several samples a pixel, which cannot be read itself. */
    Source resolving() {
        return switch (this) {
            case BOTTOM_UP -> RESOLVED;
            case INVERTED -> FLIPPED;
            default -> this;
        };
    }
}
