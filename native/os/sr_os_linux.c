#define _GNU_SOURCE /* MAP_ANONYMOUS, SCHED_BATCH, syscall */
#include "sr_os.h"
#include "sr_window.h"

#include <dlfcn.h>
#include <limits.h>
#include <linux/futex.h>
#include <malloc.h>
#include <sched.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

enum {
    NS_PER_S = 1000000000,
    LARGE_BYTES = 4 << 20,
    POPULATE_BYTES = 2 << 20,
    POPULATE_WRITE = 23, /* MADV_POPULATE_WRITE of Linux 5.14 */
};

void sr_os_wait(const _Atomic uint32_t *word, uint32_t seen, int64_t timeout_ns) {
    struct timespec timeout = {.tv_sec = timeout_ns / NS_PER_S, .tv_nsec = timeout_ns % NS_PER_S};
    syscall(SYS_futex, word, FUTEX_WAIT_PRIVATE, seen, &timeout, NULL, 0);
}

void sr_os_wake_all(const _Atomic uint32_t *word) {
    syscall(SYS_futex, word, FUTEX_WAKE_PRIVATE, INT_MAX, NULL, NULL, 0);
}

int64_t sr_os_now_ns(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * NS_PER_S + now.tv_nsec;
}

size_t sr_os_page_bytes(void) {
    return (size_t)sysconf(_SC_PAGESIZE);
}

/* The system provides huge pages four times faster than small ones (33 MB in 3.5 ms, on two cores). */
void *sr_os_map_pages(size_t size_bytes) {
    void *pages = mmap(NULL, size_bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (pages == MAP_FAILED)
        return NULL;
    if (size_bytes >= LARGE_BYTES)
        madvise(pages, size_bytes, MADV_HUGEPAGE);
    return pages;
}

/* A call holds the lock of the address space until it returns. Whoever starts a thread or maps memory waits for that,
 * so each call is short. */
void sr_os_populate_pages(void *pages, size_t size_bytes) {
    for (size_t at = 0; at < size_bytes; at += POPULATE_BYTES) {
        size_t left_bytes = size_bytes - at;
        madvise((char *)pages + at, left_bytes < POPULATE_BYTES ? left_bytes : POPULATE_BYTES, POPULATE_WRITE);
    }
}

void sr_os_unmap_pages(void *pages, size_t size_bytes) {
    munmap(pages, size_bytes);
}

void *sr_os_allocate_aligned(size_t alignment_bytes, size_t size_bytes) {
    return aligned_alloc(alignment_bytes, size_bytes);
}

void sr_os_free_aligned(void *memory) {
    free(memory);
}

/* Weak: a library that was built for glibc also loads under musl, which has no such function. */
#ifdef __GLIBC__
extern int malloc_trim(size_t padding_bytes) __attribute__((weak));
#endif

void sr_os_trim_heap(void) {
#ifdef __GLIBC__
    if (malloc_trim != NULL)
        malloc_trim(0);
#endif
}

void sr_os_wait_its_turn(void) {
    struct sched_param none = {0};
    sched_setscheduler(0, SCHED_BATCH, &none);
}

void sr_os_stay_loaded(void) {
    /* The linker's flag nodelete has said so. */
}

void *sr_os_loaded_library(const char *name) {
    return dlopen(name, RTLD_LAZY | RTLD_NOLOAD);
}

/* dlsym gives an object pointer where ISO C wants a function pointer; POSIX guarantees the conversion. */
sr_function sr_os_function(void *library, const char *name) {
    void *address = dlsym(library, name);
    sr_function function;
    memcpy(&function, &address, sizeof address);
    return function;
}

const char *const sr_window_egl_libraries[] = {"libEGL.so.1", "libEGL.so", NULL};

const sr_window_finder sr_window_systems[] = {sr_window_find_egl, sr_window_find_glx, NULL};
