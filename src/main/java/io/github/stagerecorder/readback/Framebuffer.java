package io.github.stagerecorder.readback;

import io.github.stagerecorder.settings.Region;

/** What {@code sr_framebuffer_inspect} tells of the read framebuffer. Sizes are 0 where the driver cannot tell. */
record Framebuffer(
        int name,
        boolean complete,
        int samples,
        int widthPx,
        int heightPx,
        boolean rgbaFirst,
        Values values,
        boolean srgb,
        int internalFormat) {
    /** What a colour buffer holds: {@code sr_values}, in its order. */
    enum Values {
        NORMALIZED,
        FLOAT,
        INTEGER,
        SIGNED
    }

    /** The number of values that the native module gives for a framebuffer. */
    static final int MEMBERS = 9;

    static Framebuffer of(int[] members) {
        return new Framebuffer(
                members[0],
                members[1] != 0,
                members[2],
                members[3],
                members[4],
                members[5] != 0,
                Values.values()[members[6]],
                members[7] != 0,
                members[8]);
    }

    /** Returns whether {@link #of} would give an equal one. */
    boolean is(int[] members) {
        return name == members[0]
                && complete == (members[1] != 0)
                && samples == members[2]
                && widthPx == members[3]
                && heightPx == members[4]
                && rgbaFirst == (members[5] != 0)
                && values.ordinal() == members[6]
                && srgb == (members[7] != 0)
                && internalFormat == members[8];
    }

    /** Returns whether what has been made to read this one can read the other too. A window resolves by itself. */
    boolean isLike(Framebuffer other) {
        return (name == 0) == (other.name == 0)
                && (samples > 1) == (other.samples > 1)
                && values == other.values
                && srgb == other.srgb
                && internalFormat == other.internalFormat;
    }

    /** Returns whether only a copy of it can be read as bytes. */
    boolean mustBeCopied(boolean es) {
        return samples > 1 || es && values != Values.NORMALIZED;
    }

    /** @throws IllegalStateException if only a copy can be read, and tiles are never copied */
    void requireUncopied(boolean es) {
        if (mustBeCopied(es)) {
            throw new IllegalStateException("read framebuffer " + name + " has " + samples + " samples a pixel of "
                    + values + " values: tiles are read from a single-sampled one of bytes");
        }
    }

    /** @throws IllegalStateException if it holds nothing that can be read */
    void requireComplete() {
        if (!complete) {
            throw new IllegalStateException(
                    name == 0
                            ? "the context has no surface, or draws to another one than it reads from, and no"
                                    + " framebuffer object is bound: nothing can be read"
                            : "read framebuffer " + name + " is deleted, incomplete or has no read buffer: nothing can"
                                    + " be read from it");
        }
    }

    /** @throws IllegalStateException if it cannot be read at all; @throws IllegalArgumentException if not there */
    void requireReadable(Region region) {
        requireComplete();
        if (values == Values.INTEGER) {
            throw new IllegalStateException("read framebuffer " + name
                    + " holds integers, which are no colours: draw them into one that holds colours");
        }
        if (widthPx > 0 && exceeds(region)) {
            throw new IllegalArgumentException("region " + region + " reaches beyond the read framebuffer " + name
                    + " of " + widthPx + "x" + heightPx);
        }
    }

    /** Returns the exception that names the region's new size. */
    StageResizedException resized(Region region) {
        Region now = from(region.xPx(), region.yPx());
        return new StageResizedException(now.widthPx(), now.heightPx());
    }

    /**
     * Returns the part above and to the right of this corner.
     *
     * @throws IllegalArgumentException if the corner is beyond the framebuffer
     */
    Region from(int xPx, int yPx) {
        if (widthPx <= xPx || heightPx <= yPx) {
            throw new IllegalArgumentException(
                    "corner " + xPx + "," + yPx + " is beyond the framebuffer of " + widthPx + "x" + heightPx);
        }
        return new Region(xPx, yPx, widthPx - xPx, heightPx - yPx);
    }

    /** Returns whether a read that reaches its size must succeed. A window's back buffer may still have another size. */
    boolean isSizeCertain() {
        return name != 0 && widthPx > 0;
    }

    /** Returns whether the region ends where this framebuffer does, or the size is unknown. */
    boolean ends(Region region) {
        return widthPx == 0
                || region.xPx() + region.widthPx() == widthPx && region.yPx() + region.heightPx() == heightPx;
    }

    private boolean exceeds(Region region) {
        return (long) region.xPx() + region.widthPx() > widthPx || (long) region.yPx() + region.heightPx() > heightPx;
    }
}
