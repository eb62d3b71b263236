package io.github.stagerecorder.settings;

import io.github.stagerecorder.BoundFramebuffer;

/**
 * Which framebuffer is recorded. Immutable.
 *
 * @param bound null for a framebuffer object by its name
 * @param name the name of the framebuffer object; 0 unless {@code bound} is null
 */
public record FramebufferChoice(BoundFramebuffer bound, int name) {
    /** Chooses by binding. */
    public static FramebufferChoice of(BoundFramebuffer bound) {
        return new FramebufferChoice(bound, 0);
    }

    /** Chooses a framebuffer object. */
    public static FramebufferChoice named(int name) {
        return new FramebufferChoice(null, name);
    }

    /** Returns the kind of choice as {@code sr_selection_kind} numbers it. */
    public int kind() {
        return bound == null ? BoundFramebuffer.values().length : bound.ordinal();
    }
}
