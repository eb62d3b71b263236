#include "sr_window.h"

#include <stddef.h>
#include <string.h>

enum { CGL_BACKING_SIZE_PARAMETER = 304, CGL_BACKING_SIZE_ENABLE = 305 };
enum { GET_PARAMETER, IS_ENABLED };

typedef int (*get_parameter_fn)(void *context, int what, int *values);
typedef int (*is_enabled_fn)(void *context, int what, int *value);

static const char *const LIBRARY = "/System/Library/Frameworks/OpenGL.framework/OpenGL";

/* CGL knows no windows, and a context reads from the drawable that it draws to. */
static uintptr_t surface(const sr_window *window, bool drawn) {
    (void)window, (void)drawn;
    return 0;
}

/* There is a size only where the application has set one for the drawable's buffers. */
static bool surface_size(const sr_window *window, int *width_px, int *height_px) {
    void *context = window->current_context();
    int enabled = 0, size_px[2] = {0, 0};
    if (context == NULL ||
        ((is_enabled_fn)window->calls[IS_ENABLED])(context, CGL_BACKING_SIZE_ENABLE, &enabled) != 0 || !enabled ||
        ((get_parameter_fn)window->calls[GET_PARAMETER])(context, CGL_BACKING_SIZE_PARAMETER, size_px) != 0)
        return false;
    *width_px = size_px[0];
    *height_px = size_px[1];
    return size_px[0] > 0 && size_px[1] > 0;
}

/* The framework exports every function that it has. */
static void *proc_address(const char *name) {
    sr_function function = sr_os_function(sr_os_loaded_library(LIBRARY), name);
    void *address;
    memcpy(&address, &function, sizeof function);
    return address;
}

bool sr_window_find_cgl(sr_window *window) {
    void *library = sr_os_loaded_library(LIBRARY);
    if (library == NULL)
        return false;
    window->current_context = (void *(*)(void))sr_os_function(library, "CGLGetCurrentContext");
    window->proc_address = proc_address;
    window->surface = surface;
    window->surface_size = surface_size;
    window->is_destroyed = NULL; /* CGL uses a handle unchecked */
    window->display = NULL;
    window->slow_surface_size = false;
    window->calls[GET_PARAMETER] = sr_os_function(library, "CGLGetParameter");
    window->calls[IS_ENABLED] = sr_os_function(library, "CGLIsEnabled");
    return window->current_context != NULL && window->calls[GET_PARAMETER] != NULL && window->calls[IS_ENABLED] != NULL;
}
