/**
 * Holds the sound that an application makes: from a write to blocks of sample frames with their place in the file. The
 * frames' timeline says when; a sink of the encoder takes the blocks.
 */
package io.github.stagerecorder.sound;
