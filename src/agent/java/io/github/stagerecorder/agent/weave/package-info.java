/** Joins the classes of a program. */
package io.github.stagerecorder.agent.weave;
