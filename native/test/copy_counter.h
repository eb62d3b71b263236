/* Counts who copies watched memory: preloaded, it stands before the memcpy family of the C library.
 *
 * Copies that are no call of that family (inlined, the JVM's own, a SIMD loop) are not seen.
 */
#ifndef COPY_COUNTER_H
#define COPY_COUNTER_H

#include <stddef.h>

/* Counts copies out of, and into, this memory from here on. Up to 64 ranges; more are ignored. */
void copy_counter_watch(const void *begin, size_t size_bytes);

/* Forgets what was counted and what was watched. */
void copy_counter_clear(void);

/* Writes a line for each pair of thread and calling object: "<bytes> <from|into> <thread> <object>", 0-terminated.
 * The thread's name is cut off by the kernel, and has '_' for blanks. */
void copy_counter_report(char *text, size_t capacity_bytes);

#endif
