#include "sr_window.h"

#include <string.h>

enum { GLX_HEIGHT = 0x801E, GLX_WIDTH = 0x801D };
enum { CURRENT_DISPLAY, CURRENT_DRAWABLE, CURRENT_READ_DRAWABLE, QUERY_DRAWABLE, CONTEXT_ID };

typedef void *(*current_display_fn)(void);
typedef unsigned long (*current_drawable_fn)(void);
typedef unsigned long (*context_id_fn)(void *context);
typedef void (*query_drawable_fn)(void *display, unsigned long drawable, int what, unsigned int *value);

static uintptr_t surface(const sr_window *window, bool drawn) {
    return ((current_drawable_fn)window->calls[drawn ? CURRENT_DRAWABLE : CURRENT_READ_DRAWABLE])();
}

static bool surface_size(const sr_window *window, int *width_px, int *height_px) {
    query_drawable_fn query = (query_drawable_fn)window->calls[QUERY_DRAWABLE];
    void *display = ((current_display_fn)window->calls[CURRENT_DISPLAY])();
    unsigned long drawable = surface(window, false);
    unsigned int width = 0, height = 0;
    if (display == NULL || drawable == 0)
        return false;
    query(display, drawable, GLX_WIDTH, &width);
    query(display, drawable, GLX_HEIGHT, &height);
    *width_px = (int)width;
    *height_px = (int)height;
    return width != 0 && height != 0;
}

static const char *const VENDOR_NEUTRAL = "libGLX.so.0";

static void *loaded_library(void) {
    const char *const names[] = {VENDOR_NEUTRAL, "libGL.so.1", "libGL.so", NULL};
    for (int i = 0; names[i] != NULL; i++) {
        void *library = sr_os_loaded_library(names[i]);
        if (library != NULL)
            return library;
    }
    return NULL;
}

static unsigned long context_id(const sr_window *window, void *context) {
    return ((context_id_fn)window->calls[CONTEXT_ID])(context);
}

static bool is_destroyed(const sr_window *window, void *context) {
    return context_id(window, context) == 0;
}

/* The vendor-neutral library looks a handle up, and has no number for one that it does not know. Other libraries use
 * the handle unchecked, and all other queries end the program by an error of the X server. */
static void find_context_query(sr_window *window) {
    void *query = sr_os_loaded_library(VENDOR_NEUTRAL) == NULL ? NULL : window->proc_address("glXGetContextIDEXT");
    void *context = window->current_context();
    memcpy(&window->calls[CONTEXT_ID], &query, sizeof query);
    bool works = query != NULL && context != NULL && context_id(window, context) != 0;
    window->is_destroyed = works ? is_destroyed : NULL;
}

bool sr_window_find_glx(sr_window *window) {
    void *library = loaded_library();
    if (library == NULL)
        return false;
    window->current_context = (void *(*)(void))sr_os_function(library, "glXGetCurrentContext");
    window->proc_address = (void *(*)(const char *))sr_os_function(library, "glXGetProcAddressARB");
    window->surface = surface;
    window->surface_size = surface_size;
    window->display = NULL;
    window->slow_surface_size = true;
    window->calls[CURRENT_DISPLAY] = sr_os_function(library, "glXGetCurrentDisplay");
    window->calls[CURRENT_DRAWABLE] = sr_os_function(library, "glXGetCurrentDrawable");
    window->calls[CURRENT_READ_DRAWABLE] = sr_os_function(library, "glXGetCurrentReadDrawable");
    window->calls[QUERY_DRAWABLE] = sr_os_function(library, "glXQueryDrawable");
    if (window->proc_address == NULL)
        return false;
    find_context_query(window);
    return true;
}
