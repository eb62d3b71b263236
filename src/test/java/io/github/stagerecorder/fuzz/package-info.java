/**
 * Random calls, options and descriptions: whatever is asked for, the virtual machine lives, and what is refused is
 * refused by a typed exception that names the value.
 */
package io.github.stagerecorder.fuzz;
