package io.github.stagerecorder;

/**
 * What {@link RecorderBuilder#prepare} has found: a start at this size is now quick. Immutable.
 *
 * @param widthPx the width of the stage
 * @param heightPx the height of the stage
 * @param encoder GStreamer's names of the encoding elements
 */
public record Preparation(int widthPx, int heightPx, String encoder) {}
