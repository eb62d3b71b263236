package io.github.stagerecorder.settings;

import io.github.stagerecorder.Flip;
import io.github.stagerecorder.ReadStrategy;

/**
 * How the user wants pixels to be read. Immutable.
 *
 * @param framebuffer which framebuffer is read
 * @param strategy how pixels are read; null to try all strategies
 * @param format the order of the channels; null to try both
 * @param flip what turns the picture the right way up
 */
public record ReadOptions(FramebufferChoice framebuffer, ReadStrategy strategy, PixelFormat format, Flip flip) {}
