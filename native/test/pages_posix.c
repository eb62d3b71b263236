#define _DEFAULT_SOURCE /* mincore */
#include "pages.h"

#include <sys/mman.h>
#include <unistd.h>

size_t pages_bytes(void) {
    return (size_t)sysconf(_SC_PAGESIZE);
}

bool pages_are_mapped(void *page) {
    unsigned char resident;
    return mincore(page, pages_bytes(), (void *)&resident) == 0;
}

uint8_t *pages_between_fences(size_t size_bytes) {
    size_t page = pages_bytes(), inner = pages_rounded(size_bytes);
    uint8_t *map = mmap(NULL, inner + 2 * page, PROT_NONE, MAP_PRIVATE | MAP_ANON, -1, 0);
    if (map == MAP_FAILED || mprotect(map + page, inner, PROT_READ | PROT_WRITE) != 0)
        return NULL;
    return map + page;
}
