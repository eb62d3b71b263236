/** Streams to real servers, which are stopped, killed and started again meanwhile. */
package io.github.stagerecorder.streaming;
