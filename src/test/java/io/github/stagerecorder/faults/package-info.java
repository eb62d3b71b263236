/** Injects real faults, and checks what a recording keeps, what it reports as lost, and that nothing hangs. */
package io.github.stagerecorder.faults;
