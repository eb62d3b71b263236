#include "sr_heap.h"

#include <malloc.h>

void sr_heap_trim(void) {
#ifdef __GLIBC__
    malloc_trim(0);
#endif
}
