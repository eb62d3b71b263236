/* What the library asks of the operating system: every system call is behind this header, and each system has one file
 * that implements it.
 */
#ifndef SR_OS_H
#define SR_OS_H

#include <stdatomic.h>
#include <stddef.h>
#include <stdint.h>

/* Sleeps while `*word` is `seen`, at most `timeout_ns`. It may also return early for no reason: look again. */
void sr_os_wait(const _Atomic uint32_t *word, uint32_t seen, int64_t timeout_ns);
/* Wakes every thread of this process that sleeps on the word. */
void sr_os_wake_all(const _Atomic uint32_t *word);

/* Returns the time of a monotonic clock. */
int64_t sr_os_now_ns(void);

size_t sr_os_page_bytes(void);
/* Zeroed, page-aligned memory for reading and writing; NULL when there is none. */
void *sr_os_map_pages(size_t size_bytes);
/* Unmaps all of what sr_os_map_pages returned. Any thread may call it. */
void sr_os_unmap_pages(void *pages, size_t size_bytes);

/* `size_bytes` is a multiple of the alignment, a power of two. NULL when there is no memory. */
void *sr_os_allocate_aligned(size_t alignment_bytes, size_t size_bytes);
void sr_os_free_aligned(void *memory);
/* Returns what is free in the C library's heap, which we share with the encoders, to the system. This takes some
 * milliseconds. Where the C library cannot do it, nothing happens. */
void sr_os_trim_heap(void);

/* From now on, the calling thread does not take the core of a thread that wakes it: the render thread goes on when it
 * hands over a frame. Where the system refuses, nothing changes. */
void sr_os_wait_its_turn(void);

typedef void (*sr_function)(void);

/* A library that the process has already loaded, by its file name; NULL when it has not. It is not unloaded again. */
void *sr_os_loaded_library(const char *name);
/* NULL when the library has no such function. */
sr_function sr_os_function(void *library, const char *name);

#endif
