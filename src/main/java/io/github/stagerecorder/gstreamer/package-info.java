/**
 * Finds and loads GStreamer, says how it is installed where it is missing, and makes its elements.
 */
package io.github.stagerecorder.gstreamer;
