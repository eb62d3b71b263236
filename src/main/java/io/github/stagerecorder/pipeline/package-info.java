/**
 * Runs GStreamer: the elements around a description, what feeds them, what receives the stream, and their end. It does
 * not use GL.
 */
package io.github.stagerecorder.pipeline;
