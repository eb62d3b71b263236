/**
 * From a READY slot into the file: the conversion, the pipeline, the thread that feeds it, and its end. The only package
 * that knows GStreamer; knows nothing of GL.
 */
package io.github.stagerecorder.encode;
