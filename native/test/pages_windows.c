#include "pages.h"

#include <windows.h>

size_t pages_bytes(void) {
    SYSTEM_INFO info;
    GetSystemInfo(&info);
    return info.dwPageSize;
}

bool pages_are_mapped(void *page) {
    MEMORY_BASIC_INFORMATION info;
    return VirtualQuery(page, &info, sizeof info) != 0 && info.State == MEM_COMMIT;
}

/* Reserved pages fault. */
uint8_t *pages_between_fences(size_t size_bytes) {
    size_t page = pages_bytes(), inner = pages_rounded(size_bytes);
    uint8_t *reserved = VirtualAlloc(NULL, inner + 2 * page, MEM_RESERVE, PAGE_NOACCESS);
    return reserved == NULL ? NULL : VirtualAlloc(reserved + page, inner, MEM_COMMIT, PAGE_READWRITE);
}
