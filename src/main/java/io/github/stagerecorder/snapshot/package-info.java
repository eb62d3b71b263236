/** Pictures of single frames: requested on any thread, read at the next frame, written in the background. */
package io.github.stagerecorder.snapshot;
