/**
 * The longer check of memory: {@link io.github.stagerecorder.soak.Soak} starts the same program once without recording
 * and once for each way of meeting a full pool, each in a JVM of its own, and compares what they used.
 */
package io.github.stagerecorder.soak;
