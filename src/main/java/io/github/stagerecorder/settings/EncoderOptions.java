package io.github.stagerecorder.settings;

import io.github.stagerecorder.Convert;
import io.github.stagerecorder.Quality;

/**
 * How the user wants frames to be encoded. Immutable.
 *
 * @param description a gst-launch fragment; null for the preset of the file's extension
 * @param quality of a preset's picture
 * @param pixelFormat what the pipeline is given, by GStreamer's name; null to ask it
 * @param convert how it is given that
 */
public record EncoderOptions(String description, Quality quality, String pixelFormat, Convert convert) {}
