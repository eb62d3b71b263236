/* A libEGL with a GL behind it that answers anything, and aborts when it is asked what its version does not know. */
#ifndef FAKE_EGL_H
#define FAKE_EGL_H

#include <stdbool.h>

typedef struct fake_gl {
    const char *version, *extensions;
    const char *const *extension_names;
    int extension_count;
    bool strict; /* the version is well-formed, so that it tells what may be called */
    bool es;
    int major, minor;
    const int *answers; /* to everything else, in turn */
    int answer_count;
} fake_gl;

void fake_egl_set(const fake_gl *gl);

#endif
