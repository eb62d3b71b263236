/** Tells what happens to a recording: to the log, to the Flight Recorder and to the user's listener. */
package io.github.stagerecorder.events;
