/**
 * What a start settles before anything is opened, and a preflight tells: whether there is room, which encoder, how pixels
 * are read, how large the pool is.
 */
package io.github.stagerecorder.plan;
