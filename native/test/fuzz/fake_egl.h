/* A libEGL with a GL behind it that answers anything, and aborts when it is asked what its version does not know. Until
 * fake_egl_set, its context is lost: it has no version. */
#ifndef FAKE_EGL_H
#define FAKE_EGL_H

#include <stdbool.h>

typedef struct fake_gl {
    const char *version, *extensions;   /* NULL as in a context that is lost */
    const char *const *extension_names; /* any of them may be NULL */
    const char *missing;                /* a function that has no address; NULL if all have one */
    bool forgets;                       /* no object exists after it has been bound */
    int extension_count;
    bool strict; /* the version is well-formed, so that it tells what may be called */
    bool es;
    int major, minor;
    const int *answers; /* to everything else, in turn */
    int answer_count;
} fake_gl;

void fake_egl_set(const fake_gl *gl);

#endif
