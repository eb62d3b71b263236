/**
 * Encodes READY slots into a file: the conversion, the pipeline, the thread that feeds it, and its end. This is the
 * only package that uses GStreamer; it does not use GL.
 */
package io.github.stagerecorder.encode;
