/**
 * The demo. It paints an animated picture in memory or in a window, with marks that a program can read back, and
 * records it using only the public API. {@link io.github.stagerecorder.demo.Demo} is the program, {@link
 * io.github.stagerecorder.demo.GlSurface} is the surface that it paints on, and {@link
 * io.github.stagerecorder.demo.Stage} is the picture.
 */
package io.github.stagerecorder.demo;
