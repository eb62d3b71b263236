/** Captures frames, and manages the files of a recording and its end. */
package io.github.stagerecorder.session;
