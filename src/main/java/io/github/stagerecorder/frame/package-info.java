/**
 * A frame on its way: its slot and the slot's states, the pool, the queue between the two threads, and its time.
 * No GL, no GStreamer, no threads of its own.
 */
package io.github.stagerecorder.frame;
