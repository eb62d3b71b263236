/* Pages of memory that a test asks the operating system for itself. */
#ifndef PAGES_H
#define PAGES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

size_t pages_bytes(void);
/* Returns whether memory is mapped at this page. */
bool pages_are_mapped(void *page);
/* Returns that much memory, rounded up to pages, between two pages that fault when they are touched; NULL if there is
 * none. It stays until the process ends. */
uint8_t *pages_between_fences(size_t size_bytes);

static inline size_t pages_rounded(size_t size_bytes) {
    return (size_bytes + pages_bytes() - 1) / pages_bytes() * pages_bytes();
}

#endif
