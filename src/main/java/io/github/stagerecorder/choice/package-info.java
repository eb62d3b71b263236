/**
 * Chooses an encoder by trial, keeps the choice for the process, and opens it. {@link
 * io.github.stagerecorder.choice.Encoders} is the only class that others see.
 */
package io.github.stagerecorder.choice;
