/**
 * The longer check of memory. {@link io.github.stagerecorder.soak.Soak} runs the same program without recording, and
 * once for each way of handling a full pool, each in a separate JVM. It compares how much memory they used.
 */
package io.github.stagerecorder.soak;
