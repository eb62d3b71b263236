package io.github.stagerecorder.settings;

/**
 * What the user wants recorded of the framebuffer. Immutable.
 *
 * @param fixed a rectangle; null for all of the framebuffer from the corner on, whatever size that has
 * @param xPx the corner's left edge
 * @param yPx the corner's lower edge
 */
public record RegionChoice(Region fixed, int xPx, int yPx) {
    /** Returns whether the framebuffer's own size is followed. */
    public boolean followsSize() {
        return fixed == null;
    }
}
