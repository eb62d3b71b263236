/**
 * What the user has asked for, frozen, and the plain values that describe it. Every package may know this one; it knows
 * only the enums of the API.
 */
package io.github.stagerecorder.settings;
