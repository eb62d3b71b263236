#include "sr_cache_line.h"

#include "sr_os.h"

void *sr_allocate_lines(size_t size_bytes) {
    size_t rounded = (size_bytes + SR_CACHE_LINE - 1) / SR_CACHE_LINE * SR_CACHE_LINE;
    return sr_os_allocate_aligned(SR_CACHE_LINE, rounded);
}

void sr_free_lines(void *memory) {
    sr_os_free_aligned(memory);
}
