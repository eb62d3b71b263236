#include "sr_gl.h"

#include <string.h>

enum { GL_EXTENSIONS = 0x1F03, GL_NUM_EXTENSIONS = 0x821D };

void sr_gl_load(const sr_gl *gl, const char *name, void *function) {
    void *address = gl->window.proc_address(name);
    memcpy(function, &address, sizeof address);
}

/* Before version 3 there is one string of them all. */
static const char *extension(const sr_gl *gl, int index) {
    return (const char *)(gl->major < 3 ? gl->get_string(GL_EXTENSIONS)
                                        : gl->get_string_i(GL_EXTENSIONS, (unsigned int)index));
}

static int extension_count(const sr_gl *gl) {
    return gl->major < 3 ? 1 : sr_gl_get(gl, GL_NUM_EXTENSIONS);
}

bool sr_gl_tells_extensions(const sr_gl *gl) {
    for (int i = 0; i < extension_count(gl); i++) {
        if (extension(gl, i) == NULL)
            return false;
    }
    return true;
}

/* In the one string, none of its names begins another's that we ask for. A context that has been lost since has none.
 */
bool sr_gl_has_extension(const sr_gl *gl, const char *name) {
    int count = extension_count(gl);
    for (int i = 0; i < count; i++) {
        const char *known = extension(gl, i);
        if (known != NULL && (gl->major < 3 ? strstr(known, name) != NULL : strcmp(known, name) == 0))
            return true;
    }
    return false;
}

bool sr_gl_at_least(const sr_gl *gl, int major, int minor) {
    return gl->major > major || (gl->major == major && gl->minor >= minor);
}

int sr_gl_get(const sr_gl *gl, sr_glenum name) {
    int value = 0;
    gl->get_integerv(name, &value);
    return value;
}
