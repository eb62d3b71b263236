#define _GNU_SOURCE
#include "copy_counter.h"

#include <dlfcn.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <sys/prctl.h>
#include <unistd.h>

#define EXPORT __attribute__((visibility("default")))
#define CALLER __builtin_return_address(0)

enum { MOST_RANGES = 64, MOST_ROWS = 64, NAME_BYTES = 16 };

typedef struct range {
    uintptr_t begin, end;
} range;

typedef struct row {
    const void *object; /* where the caller's code is loaded */
    const char *object_name;
    bool out_of;
    pid_t thread;
    char thread_name[NAME_BYTES];
    uint64_t copied_bytes;
} row;

static void *(*next_memmove)(void *to, const void *from, size_t size_bytes);

static range ranges[MOST_RANGES];
static _Atomic unsigned range_count;
static row rows[MOST_ROWS];
static unsigned row_count;
static atomic_flag busy = ATOMIC_FLAG_INIT;
static _Thread_local bool noting; /* what is called to note a copy may copy */

__attribute__((constructor)) static void find_next(void) {
    next_memmove = (void *(*)(void *, const void *, size_t))dlsym(RTLD_NEXT, "memmove");
}

static void lock(void) {
    while (atomic_flag_test_and_set_explicit(&busy, memory_order_acquire)) {
    }
}

static void unlock(void) {
    atomic_flag_clear_explicit(&busy, memory_order_release);
}

static bool is_watched(const void *memory) {
    uintptr_t address = (uintptr_t)memory;
    for (unsigned i = 0; i < atomic_load_explicit(&range_count, memory_order_acquire); i++) {
        if (address >= ranges[i].begin && address < ranges[i].end) {
            return true;
        }
    }
    return false;
}

static row *find_row(const Dl_info *object, bool out_of) {
    pid_t thread = gettid();
    for (unsigned i = 0; i < row_count; i++) {
        if (rows[i].object == object->dli_fbase && rows[i].out_of == out_of && rows[i].thread == thread) {
            return &rows[i];
        }
    }
    if (row_count == MOST_ROWS) {
        return &rows[MOST_ROWS - 1]; /* no byte goes uncounted */
    }
    row *added = &rows[row_count++];
    *added = (row){.object = object->dli_fbase, .object_name = object->dli_fname, .out_of = out_of, .thread = thread};
    prctl(PR_GET_NAME, added->thread_name);
    return added;
}

static void note(size_t size_bytes, bool out_of, const void *caller) {
    Dl_info object = {.dli_fname = "unknown"};
    noting = true;
    dladdr(caller, &object);
    lock();
    find_row(&object, out_of)->copied_bytes += size_bytes;
    unlock();
    noting = false;
}

static void *copy(void *to, const void *from, size_t size_bytes, const void *caller) {
    if (!noting && atomic_load_explicit(&range_count, memory_order_relaxed) != 0) {
        bool out_of = is_watched(from);
        if (out_of || is_watched(to)) {
            note(size_bytes, out_of, caller);
        }
    }
    if (next_memmove != NULL) {
        return next_memmove(to, from, size_bytes);
    }
    for (size_t i = 0; i < size_bytes; i++) { /* the dynamic linker, before we are set up: never overlapping */
        ((unsigned char *)to)[i] = ((const unsigned char *)from)[i];
    }
    return to;
}

EXPORT void *memcpy(void *restrict to, const void *restrict from, size_t size_bytes) {
    return copy(to, from, size_bytes, CALLER);
}

EXPORT void *memmove(void *to, const void *from, size_t size_bytes) {
    return copy(to, from, size_bytes, CALLER);
}

EXPORT void *mempcpy(void *restrict to, const void *restrict from, size_t size_bytes) {
    return (char *)copy(to, from, size_bytes, CALLER) + size_bytes;
}

EXPORT void bcopy(const void *from, void *to, size_t size_bytes) {
    copy(to, from, size_bytes, CALLER);
}

/* What -D_FORTIFY_SOURCE makes of them; the library behind us checks no more, as we only count. */
EXPORT void *__memcpy_chk(void *to, const void *from, size_t size_bytes, size_t to_bytes);
EXPORT void *__memmove_chk(void *to, const void *from, size_t size_bytes, size_t to_bytes);
EXPORT void *__mempcpy_chk(void *to, const void *from, size_t size_bytes, size_t to_bytes);

void *__memcpy_chk(void *to, const void *from, size_t size_bytes, size_t to_bytes) {
    (void)to_bytes;
    return copy(to, from, size_bytes, CALLER);
}

void *__memmove_chk(void *to, const void *from, size_t size_bytes, size_t to_bytes) {
    (void)to_bytes;
    return copy(to, from, size_bytes, CALLER);
}

void *__mempcpy_chk(void *to, const void *from, size_t size_bytes, size_t to_bytes) {
    (void)to_bytes;
    return (char *)copy(to, from, size_bytes, CALLER) + size_bytes;
}

EXPORT void copy_counter_watch(const void *begin, size_t size_bytes) {
    lock();
    unsigned count = range_count;
    if (count < MOST_RANGES) {
        ranges[count] = (range){(uintptr_t)begin, (uintptr_t)begin + size_bytes};
        atomic_store_explicit(&range_count, count + 1, memory_order_release);
    }
    unlock();
}

EXPORT void copy_counter_clear(void) {
    lock();
    range_count = 0;
    row_count = 0;
    unlock();
}

static void replace_blanks(char *name) {
    for (; *name != '\0'; name++) {
        *name = *name == ' ' ? '_' : *name;
    }
}

EXPORT void copy_counter_report(char *text, size_t capacity_bytes) {
    size_t used = 0;
    text[0] = '\0';
    for (unsigned i = 0; i < row_count && used < capacity_bytes; i++) {
        replace_blanks(rows[i].thread_name);
        used += (size_t)snprintf(text + used, capacity_bytes - used, "%llu %s %s %s\n",
                                 (unsigned long long)rows[i].copied_bytes, rows[i].out_of ? "from" : "into",
                                 rows[i].thread_name, rows[i].object_name);
    }
}
