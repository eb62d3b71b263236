/** A recording on the render thread: its files, its frames, and its end. */
package io.github.stagerecorder.session;
