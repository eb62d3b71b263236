package io.github.stagerecorder.readback;

/** What {@code sr_framebuffer_inspect} tells of the read framebuffer. Sizes are 0 where the driver cannot tell. */
record Framebuffer(int name, boolean complete, int samples, int widthPx, int heightPx, boolean rgbaFirst) {
    static Framebuffer of(int[] members) {
        return new Framebuffer(members[0], members[1] != 0, members[2], members[3], members[4], members[5] != 0);
    }

    /** @throws IllegalStateException if it cannot be read at all; @throws IllegalArgumentException if not there */
    void requireReadable(Region region) {
        if (!complete) {
            throw new IllegalStateException(
                    "read framebuffer " + name + " is incomplete or has no read buffer: nothing can be read from it");
        }
        if (samples > 1) {
            throw new IllegalStateException("read framebuffer " + name + " has " + samples
                    + " samples a pixel: blit it to a single-sampled one and bind that for reading");
        }
        if (widthPx > 0 && exceeds(region)) {
            throw new IllegalArgumentException("region " + region + " reaches beyond the read framebuffer " + name
                    + " of " + widthPx + "x" + heightPx);
        }
    }

    private boolean exceeds(Region region) {
        return (long) region.xPx() + region.widthPx() > widthPx || (long) region.yPx() + region.heightPx() > heightPx;
    }
}
