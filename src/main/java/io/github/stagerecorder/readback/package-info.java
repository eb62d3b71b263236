/** From the framebuffer into a slot, on the render thread. Knows nothing of encoding. */
package io.github.stagerecorder.readback;
