/* Declares the functions that the library needs from the operating system. Every system call is behind this header, and
 * each system has one file that implements it.
 */
#ifndef SR_OS_H
#define SR_OS_H

#include <stdatomic.h>
#include <stddef.h>
#include <stdint.h>

/* Sleeps while `*word` is `seen`, at most `timeout_ns`. It may return early, so check the word again. */
void sr_os_wait(const _Atomic uint32_t *word, uint32_t seen, int64_t timeout_ns);
/* Wakes every thread of this process that sleeps on the word. */
void sr_os_wake_all(const _Atomic uint32_t *word);

/* Returns the time of a monotonic clock. */
int64_t sr_os_now_ns(void);

size_t sr_os_page_bytes(void);
/* Maps zeroed, page-aligned memory for reading and writing. Returns NULL if there is none. */
void *sr_os_map_pages(size_t size_bytes);
/* Has the system provide mapped pages before they are touched, so that the first write need not wait for them. Changes
 * nothing in them, and fails without consequence. Any thread may call it. */
void sr_os_populate_pages(void *pages, size_t size_bytes);
/* Unmaps all the memory that sr_os_map_pages returned. Any thread may call it. */
void sr_os_unmap_pages(void *pages, size_t size_bytes);

/* Allocates aligned memory. The alignment is a power of two, and `size_bytes` is a multiple of it. Returns NULL if
 * there is no memory. */
void *sr_os_allocate_aligned(size_t alignment_bytes, size_t size_bytes);
void sr_os_free_aligned(void *memory);
/* Returns the free memory of the C library's heap, which we share with the encoders, to the system. This takes a few
 * milliseconds. If the C library does not support it, nothing happens. */
void sr_os_trim_heap(void);

/* Makes the calling thread leave the core to a thread that wakes it, so that the render thread continues when it hands
 * over a frame. If the system refuses, nothing changes. */
void sr_os_wait_its_turn(void);

/* Keeps the library that this function is in loaded until the process ends, even when its class loader is collected. */
void sr_os_stay_loaded(void);

typedef void (*sr_function)(void);

/* Returns a library that the process has already loaded, by its file name without a folder, or by the path that macOS
 * gives to a framework. Returns NULL if it is not loaded. The library then stays loaded. */
void *sr_os_loaded_library(const char *name);
/* Returns a function of the library, or NULL if it has no such function. */
sr_function sr_os_function(void *library, const char *name);

#endif
