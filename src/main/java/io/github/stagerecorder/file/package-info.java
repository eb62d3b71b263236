/**
 * The file on the disk: whether it can be written, how it appears, the older file that it replaces, and what a killed
 * process left there.
 */
package io.github.stagerecorder.file;
