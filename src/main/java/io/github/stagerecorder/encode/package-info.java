/**
 * What others know of an encoder: what is asked for, what was chosen, how frames are converted for it, and how it is
 * fed. Nothing here knows GStreamer.
 */
package io.github.stagerecorder.encode;
