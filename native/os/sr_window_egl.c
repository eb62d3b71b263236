#include "sr_window.h"

#include <stddef.h>

enum { EGL_BAD_CONTEXT = 0x3006, EGL_BAD_DISPLAY = 0x3008, EGL_NOT_INITIALIZED = 0x3001 };
enum {
    EGL_CONTEXT_CLIENT_TYPE = 0x3097,
    EGL_DRAW = 0x3059,
    EGL_HEIGHT = 0x3056,
    EGL_READ = 0x305A,
    EGL_WIDTH = 0x3057
};
enum { CURRENT_DISPLAY, CURRENT_SURFACE, QUERY_SURFACE, QUERY_CONTEXT, GET_ERROR };

typedef void *(*current_display_fn)(void);
typedef void *(*current_surface_fn)(int which);
typedef unsigned int (*query_context_fn)(void *display, void *context, int what, int *value);
typedef int (*get_error_fn)(void);
typedef unsigned int (*query_surface_fn)(void *display, void *surface, int what, int *value);

static uintptr_t surface(const sr_window *window, bool drawn) {
    return (uintptr_t)((current_surface_fn)window->calls[CURRENT_SURFACE])(drawn ? EGL_DRAW : EGL_READ);
}

static bool surface_size(const sr_window *window, int *width_px, int *height_px) {
    query_surface_fn query = (query_surface_fn)window->calls[QUERY_SURFACE];
    void *display = ((current_display_fn)window->calls[CURRENT_DISPLAY])();
    void *read = ((current_surface_fn)window->calls[CURRENT_SURFACE])(EGL_READ);
    return read != NULL && query(display, read, EGL_WIDTH, width_px) && query(display, read, EGL_HEIGHT, height_px);
}

/* EGL checks handles. The last call leaves EGL_SUCCESS for the application, as our other calls do. */
static bool is_destroyed(const sr_window *window, void *context) {
    query_context_fn query = (query_context_fn)window->calls[QUERY_CONTEXT];
    int type;
    if (query == NULL || query(window->display, context, EGL_CONTEXT_CLIENT_TYPE, &type))
        return false;
    int error = ((get_error_fn)window->calls[GET_ERROR])();
    return error == EGL_BAD_CONTEXT || error == EGL_BAD_DISPLAY || error == EGL_NOT_INITIALIZED;
}

static void *loaded_library(void) {
    for (int i = 0; sr_window_egl_libraries[i] != NULL; i++) {
        void *library = sr_os_loaded_library(sr_window_egl_libraries[i]);
        if (library != NULL)
            return library;
    }
    return NULL;
}

bool sr_window_find_egl(sr_window *window) {
    void *library = loaded_library();
    if (library == NULL)
        return false;
    window->current_context = (void *(*)(void))sr_os_function(library, "eglGetCurrentContext");
    window->proc_address = (void *(*)(const char *))sr_os_function(library, "eglGetProcAddress");
    window->surface = surface;
    window->surface_size = surface_size;
    window->slow_surface_size = false;
    window->calls[CURRENT_DISPLAY] = sr_os_function(library, "eglGetCurrentDisplay");
    window->calls[CURRENT_SURFACE] = sr_os_function(library, "eglGetCurrentSurface");
    window->calls[QUERY_SURFACE] = sr_os_function(library, "eglQuerySurface");
    window->calls[QUERY_CONTEXT] = sr_os_function(library, "eglQueryContext");
    window->calls[GET_ERROR] = sr_os_function(library, "eglGetError");
    window->is_destroyed = is_destroyed;
    window->display = ((current_display_fn)window->calls[CURRENT_DISPLAY])();
    return window->proc_address != NULL;
}
