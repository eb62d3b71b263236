/** Writes lines to the log, without holding up those who log. */
package io.github.stagerecorder.log;
