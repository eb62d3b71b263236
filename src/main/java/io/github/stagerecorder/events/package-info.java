/** Tells what happens to a recording: to the log and to the user's listener. */
package io.github.stagerecorder.events;
