/**
 * Holds immutable copies of the user's options, and the plain values that describe them. Every package may depend on
 * this one; it depends only on the enums of the API.
 */
package io.github.stagerecorder.settings;
