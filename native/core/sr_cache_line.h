/* Words that different threads write lie on cache lines of their own. */
#ifndef SR_CACHE_LINE_H
#define SR_CACHE_LINE_H

#include <stdalign.h>
#include <stddef.h>

enum { SR_CACHE_LINE = 64 };

/* NULL when there is no memory. */
void *sr_allocate_lines(size_t size_bytes);
void sr_free_lines(void *memory);

#endif
