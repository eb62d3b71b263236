/* Keeps words that different threads write on separate cache lines. */
#ifndef SR_CACHE_LINE_H
#define SR_CACHE_LINE_H

#include <stdalign.h>
#include <stddef.h>

enum { SR_CACHE_LINE = 64 };

/* Returns memory that starts on a cache line, or NULL if there is none. */
void *sr_allocate_lines(size_t size_bytes);
void sr_free_lines(void *memory);

#endif
