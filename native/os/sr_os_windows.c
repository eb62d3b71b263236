#define WIN32_LEAN_AND_MEAN
#include "sr_os.h"
#include "sr_window.h"

#include <limits.h>
#include <malloc.h>
#include <string.h>
#include <windows.h>

enum { NS_PER_S = 1000000000, NS_PER_MS = 1000000 };

/* The timer counts milliseconds. They are rounded up, so that who waits for a deadline does not spin before it. */
static DWORD timeout_ms(int64_t timeout_ns) {
    if (timeout_ns <= 0)
        return 0;
    int64_t ms = timeout_ns / NS_PER_MS + (timeout_ns % NS_PER_MS != 0);
    return ms < INT_MAX ? (DWORD)ms : INT_MAX;
}

void sr_os_wait(const _Atomic uint32_t *word, uint32_t seen, int64_t timeout_ns) {
    WaitOnAddress((volatile void *)word, &seen, sizeof seen, timeout_ms(timeout_ns));
}

void sr_os_wake_all(const _Atomic uint32_t *word) {
    WakeByAddressAll((void *)word);
}

/* In two parts: the product of a long uptime's ticks and a billion has more than 64 bits. */
int64_t sr_os_now_ns(void) {
    LARGE_INTEGER ticks, ticks_per_s;
    QueryPerformanceCounter(&ticks);
    QueryPerformanceFrequency(&ticks_per_s);
    int64_t seconds = ticks.QuadPart / ticks_per_s.QuadPart, rest = ticks.QuadPart % ticks_per_s.QuadPart;
    return seconds * NS_PER_S + rest * NS_PER_S / ticks_per_s.QuadPart;
}

size_t sr_os_page_bytes(void) {
    SYSTEM_INFO info;
    GetSystemInfo(&info);
    return info.dwPageSize;
}

void *sr_os_map_pages(size_t size_bytes) {
    return VirtualAlloc(NULL, size_bytes, MEM_RESERVE | MEM_COMMIT, PAGE_READWRITE);
}

/* There is no call for it. A write that changes nothing, and loses no other thread's, brings a page. */
void sr_os_populate_pages(void *pages, size_t size_bytes) {
    size_t page = sr_os_page_bytes();
    for (size_t at = 0; at < size_bytes; at += page)
        atomic_fetch_or((_Atomic unsigned char *)pages + at, 0);
}

void sr_os_unmap_pages(void *pages, size_t size_bytes) {
    (void)size_bytes;
    VirtualFree(pages, 0, MEM_RELEASE);
}

void *sr_os_allocate_aligned(size_t alignment_bytes, size_t size_bytes) {
    return _aligned_malloc(size_bytes, alignment_bytes);
}

void sr_os_free_aligned(void *memory) {
    _aligned_free(memory);
}

/* The C runtime allocates from the heap of the process. */
void sr_os_trim_heap(void) {
    HeapCompact(GetProcessHeap(), 0);
}

/* A thread that wakes up gets a higher priority for a moment, unless that is switched off. */
void sr_os_wait_its_turn(void) {
    SetThreadPriorityBoost(GetCurrentThread(), TRUE);
}

void sr_os_stay_loaded(void) {
    HMODULE module;
    GetModuleHandleExA(GET_MODULE_HANDLE_EX_FLAG_FROM_ADDRESS | GET_MODULE_HANDLE_EX_FLAG_PIN,
                       (const char *)sr_window_systems, &module);
}

void *sr_os_loaded_library(const char *name) {
    HMODULE library = NULL;
    GetModuleHandleExA(GET_MODULE_HANDLE_EX_FLAG_PIN, name, &library);
    return library;
}

sr_function sr_os_function(void *library, const char *name) {
    FARPROC address = GetProcAddress(library, name);
    sr_function function;
    memcpy(&function, &address, sizeof address);
    return function;
}

/* ANGLE's, which an application brings along. */
const char *const sr_window_egl_libraries[] = {"libEGL.dll", NULL};

const sr_window_finder sr_window_systems[] = {sr_window_find_egl, sr_window_find_wgl, NULL};
