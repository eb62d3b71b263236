/**
 * Random calls, options and descriptions. Whatever is requested, the virtual machine survives, and a refusal is a typed
 * exception that names the value.
 */
package io.github.stagerecorder.fuzz;
