#include "sr_os.h"
#include "sr_window.h"

#include <dlfcn.h>
#include <errno.h>
#include <mach-o/dyld.h>
#include <malloc/malloc.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

enum { NS_PER_S = 1000000000, LONGEST_SLEEP_S = 3600 /* the system takes no century */ };

/* Before macOS 14.4 no public function sleeps on a word. Sleepers on different words may share a lot; who is woken for
 * another one's word returns early, as sr_os.h allows. */
typedef struct parking_lot {
    pthread_mutex_t mutex;
    pthread_cond_t woken;
} parking_lot;

enum { LOTS = 16, WORD_SPACING_BYTES = 64 };

#define LOT                                                                                                            \
    { PTHREAD_MUTEX_INITIALIZER, PTHREAD_COND_INITIALIZER }
#define FOUR_LOTS LOT, LOT, LOT, LOT
static parking_lot lots[LOTS] = {FOUR_LOTS, FOUR_LOTS, FOUR_LOTS, FOUR_LOTS};

static parking_lot *lot_of(const _Atomic uint32_t *word) {
    return &lots[(uintptr_t)word / WORD_SPACING_BYTES % LOTS];
}

/* A waker takes the mutex after it has changed the word, so the word cannot change unseen before the sleep begins. */
void sr_os_wait(const _Atomic uint32_t *word, uint32_t seen, int64_t timeout_ns) {
    struct timespec timeout = {.tv_sec = timeout_ns / NS_PER_S, .tv_nsec = timeout_ns % NS_PER_S};
    if (timeout.tv_sec > LONGEST_SLEEP_S)
        timeout.tv_sec = LONGEST_SLEEP_S;
    parking_lot *lot = lot_of(word);
    pthread_mutex_lock(&lot->mutex);
    if (atomic_load(word) == seen)
        pthread_cond_timedwait_relative_np(&lot->woken, &lot->mutex, &timeout);
    pthread_mutex_unlock(&lot->mutex);
}

void sr_os_wake_all(const _Atomic uint32_t *word) {
    parking_lot *lot = lot_of(word);
    pthread_mutex_lock(&lot->mutex);
    pthread_cond_broadcast(&lot->woken);
    pthread_mutex_unlock(&lot->mutex);
}

int64_t sr_os_now_ns(void) {
    return (int64_t)clock_gettime_nsec_np(CLOCK_UPTIME_RAW);
}

size_t sr_os_page_bytes(void) {
    return (size_t)sysconf(_SC_PAGESIZE);
}

void *sr_os_map_pages(size_t size_bytes) {
    void *pages = mmap(NULL, size_bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANON, -1, 0);
    return pages == MAP_FAILED ? NULL : pages;
}

/* There is no call for it. A write that changes nothing, and loses no other thread's, brings a page. */
void sr_os_populate_pages(void *pages, size_t size_bytes) {
    size_t page = sr_os_page_bytes();
    for (size_t at = 0; at < size_bytes; at += page)
        atomic_fetch_or((_Atomic unsigned char *)pages + at, 0);
}

void sr_os_unmap_pages(void *pages, size_t size_bytes) {
    munmap(pages, size_bytes);
}

void *sr_os_allocate_aligned(size_t alignment_bytes, size_t size_bytes) {
    void *memory;
    return posix_memalign(&memory, alignment_bytes, size_bytes) == 0 ? memory : NULL;
}

void sr_os_free_aligned(void *memory) {
    free(memory);
}

void sr_os_trim_heap(void) {
    malloc_zone_pressure_relief(NULL, 0);
}

/* A lower quality of service would also move the thread to a slow core. */
void sr_os_wait_its_turn(void) {
}

void sr_os_stay_loaded(void) {
    Dl_info ours;
    if (dladdr(sr_window_systems, &ours) != 0)
        dlopen(ours.dli_fname, RTLD_LAZY | RTLD_NOLOAD | RTLD_NODELETE);
}

static bool is_named(const char *path, const char *name) {
    const char *slash = strrchr(path, '/');
    return strcmp(slash == NULL ? path : slash + 1, name) == 0;
}

/* dlopen knows libraries by their paths. The one of ANGLE may lie anywhere. */
static void *library_named(const char *name) {
    for (uint32_t i = 0; i < _dyld_image_count(); i++) {
        const char *path = _dyld_get_image_name(i);
        if (path != NULL && is_named(path, name))
            return dlopen(path, RTLD_LAZY | RTLD_NOLOAD);
    }
    return NULL;
}

void *sr_os_loaded_library(const char *name) {
    return strchr(name, '/') == NULL ? library_named(name) : dlopen(name, RTLD_LAZY | RTLD_NOLOAD);
}

/* dlsym gives an object pointer where ISO C wants a function pointer; POSIX guarantees the conversion. */
sr_function sr_os_function(void *library, const char *name) {
    void *address = dlsym(library, name);
    sr_function function;
    memcpy(&function, &address, sizeof address);
    return function;
}

/* ANGLE's, which an application brings along. */
const char *const sr_window_egl_libraries[] = {"libEGL.dylib", NULL};

const sr_window_finder sr_window_systems[] = {sr_window_find_egl, sr_window_find_cgl, NULL};
