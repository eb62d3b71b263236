/** The recordings of a program, and the toolkits by which it shows its pictures. */
package io.github.stagerecorder.agent.record;
