/**
 * Settles what a start decides before anything is opened, and what a preflight reports: whether there is room, which
 * encoder is used, how pixels are read, and how large the pool is.
 */
package io.github.stagerecorder.plan;
