package io.github.stagerecorder.readback;

import io.github.stagerecorder.frame.Picture;
import io.github.stagerecorder.frame.Slot;

/**
 * A strategy of reading back. Render thread only.
 *
 * <p>A read is begun into a slot and collected later; a strategy that does not wait for the GPU has several under way.
 */
public interface Readback extends AutoCloseable {
    /** Its name, for the statistics. */
    String strategy();

    /**
     * What is read from here on, and the picture that it becomes.
     *
     * @throws IllegalArgumentException if there is no such region
     * @throws IllegalStateException if the framebuffer cannot be read, or the GL context is not the recording's
     */
    void target(Region region, Picture picture);

    /**
     * Begins to read into a slot that has been claimed, and leaves GL's state as it was.
     *
     * @throws IllegalStateException if the GL context or the framebuffer is not what it was; nothing has begun then
     */
    void begin(Slot slot);

    /** The oldest slot whose read has ended since, or null when there is none. Never waits. */
    Slot collect();

    @Override
    void close();
}
