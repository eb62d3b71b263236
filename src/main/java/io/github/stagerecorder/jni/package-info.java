/** The native module: its loader and its functions, as they are. Knows no other package of ours. */
package io.github.stagerecorder.jni;
