/* Stands between a program and its GL driver, to be preloaded: reads that the GPU does not finish, and reads that are
 * refused, as long as the program says so. */
#define _GNU_SOURCE
#include "held_driver.h"

#include <dlfcn.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#define EXPORT __attribute__((visibility("default")))

enum { GL_TIMEOUT_EXPIRED = 0x911B, GL_WAIT_FAILED = 0x911D };

typedef void (*function)(void);
typedef void *(*dlsym_fn)(void *library, const char *name);

EXPORT _Atomic int held_fences;
EXPORT _Atomic int held_waits;
EXPORT _Atomic int refuses_reads;

static function (*driver_address)(const char *name);
static unsigned int (*driver_client_wait_sync)(void *fence, unsigned int flags, uint64_t timeout_ns);
static void (*driver_read_pixels)(int x, int y, int width, int height, unsigned int format, unsigned int type,
                                  void *pixels);

static dlsym_fn next_dlsym(void) {
    static const char *const versions[] = {"GLIBC_2.34", "GLIBC_2.17", "GLIBC_2.2.5"};
    static dlsym_fn found;
    for (unsigned int i = 0; found == NULL && i < sizeof versions / sizeof versions[0]; i++) {
        void *address = dlvsym(RTLD_NEXT, "dlsym", versions[i]);
        memcpy(&found, &address, sizeof address);
    }
    return found;
}

/* A wait with a timeout counts, and lasts as long as nobody lets the GPU go on. */
static unsigned int client_wait_sync(void *fence, unsigned int flags, uint64_t timeout_ns) {
    const struct timespec nap = {.tv_nsec = 1000000};
    if (held_fences && timeout_ns > 0)
        held_waits++;
    for (uint64_t waited_ns = 0; held_fences && waited_ns < timeout_ns; waited_ns += (uint64_t)nap.tv_nsec)
        nanosleep(&nap, NULL);
    if (driver_client_wait_sync == NULL)
        return GL_WAIT_FAILED;
    return held_fences ? GL_TIMEOUT_EXPIRED : driver_client_wait_sync(fence, flags, timeout_ns);
}

static void read_pixels(int x, int y, int width, int height, unsigned int format, unsigned int type, void *pixels) {
    if (!refuses_reads)
        driver_read_pixels(x, y, width, height, format, type, pixels);
}

static function gl_address(const char *name) {
    function found = driver_address(name);
    if (strcmp(name, "glClientWaitSync") == 0) {
        memcpy(&driver_client_wait_sync, &found, sizeof found);
        return (function)client_wait_sync;
    }
    if (strcmp(name, "glReadPixels") == 0) {
        memcpy(&driver_read_pixels, &found, sizeof found);
        return (function)read_pixels;
    }
    return found;
}

EXPORT void *dlsym(void *library, const char *name) {
    void *found = next_dlsym()(library, name);
    if (found == NULL || strcmp(name, "eglGetProcAddress") != 0)
        return found;
    memcpy(&driver_address, &found, sizeof found);
    function ours = (function)gl_address;
    memcpy(&found, &ours, sizeof found);
    return found;
}
