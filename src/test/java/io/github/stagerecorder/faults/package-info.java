/** Faults, injected for real: what a recording keeps, what it says it lost, and that nothing hangs. */
package io.github.stagerecorder.faults;
