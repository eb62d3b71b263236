/**
 * The demo: an animated picture with marks that a program can read back, painted in memory or in a window, and
 * recorded through the public API alone. {@link io.github.stagerecorder.demo.Demo} is the program,
 * {@link io.github.stagerecorder.demo.GlSurface} what is painted on, {@link io.github.stagerecorder.demo.Stage} what
 * is painted.
 */
package io.github.stagerecorder.demo;
