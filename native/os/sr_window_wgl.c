#include "sr_window.h"

#include <stdint.h>
#include <string.h>

enum { CURRENT_DC, CURRENT_READ_DC, WINDOW_FROM_DC, CLIENT_RECT };

typedef struct rectangle {
    int32_t left, top, right, bottom;
} rectangle;

typedef void *(*current_dc_fn)(void);
typedef void *(*window_from_dc_fn)(void *device_context);
typedef int (*client_rect_fn)(void *window, rectangle *rect);
typedef sr_function (*proc_address_fn)(const char *name);

static const char *const LIBRARY = "opengl32.dll";

/* A device context. Only WGL_ARB_make_current_read knows another one to read from. */
static uintptr_t surface(const sr_window *window, bool drawn) {
    bool same = drawn || window->calls[CURRENT_READ_DC] == NULL;
    return (uintptr_t)((current_dc_fn)window->calls[same ? CURRENT_DC : CURRENT_READ_DC])();
}

/* A window's drawing area. A device context of memory or of a pbuffer has none. */
static bool surface_size(const sr_window *window, int *width_px, int *height_px) {
    void *device_context = (void *)surface(window, false);
    rectangle area;
    if (window->calls[WINDOW_FROM_DC] == NULL || window->calls[CLIENT_RECT] == NULL || device_context == NULL)
        return false;
    void *handle = ((window_from_dc_fn)window->calls[WINDOW_FROM_DC])(device_context);
    if (handle == NULL || !((client_rect_fn)window->calls[CLIENT_RECT])(handle, &area))
        return false;
    *width_px = area.right - area.left;
    *height_px = area.bottom - area.top;
    return *width_px > 0 && *height_px > 0;
}

/* What wglGetProcAddress answers for a name that it does not know, depending on the driver. */
static bool is_no_function(sr_function function) {
    intptr_t answer = (intptr_t)function;
    return answer >= -1 && answer <= 3;
}

/* wglGetProcAddress knows nothing of OpenGL 1.1: the library exports that itself. */
static void *proc_address(const char *name) {
    void *library = sr_os_loaded_library(LIBRARY), *address;
    sr_function function = ((proc_address_fn)sr_os_function(library, "wglGetProcAddress"))(name);
    if (is_no_function(function))
        function = sr_os_function(library, name);
    memcpy(&address, &function, sizeof function);
    return address;
}

static void find_calls(sr_window *window, void *library) {
    void *user = sr_os_loaded_library("user32.dll"), *read_dc = proc_address("wglGetCurrentReadDCARB");
    window->calls[CURRENT_DC] = sr_os_function(library, "wglGetCurrentDC");
    memcpy(&window->calls[CURRENT_READ_DC], &read_dc, sizeof read_dc);
    window->calls[WINDOW_FROM_DC] = user == NULL ? NULL : sr_os_function(user, "WindowFromDC");
    window->calls[CLIENT_RECT] = user == NULL ? NULL : sr_os_function(user, "GetClientRect");
}

bool sr_window_find_wgl(sr_window *window) {
    void *library = sr_os_loaded_library(LIBRARY);
    if (library == NULL)
        return false;
    window->current_context = (void *(*)(void))sr_os_function(library, "wglGetCurrentContext");
    window->proc_address = proc_address;
    window->surface = surface;
    window->surface_size = surface_size;
    window->is_destroyed = NULL; /* no function takes a handle that may be stale */
    window->display = NULL;
    window->slow_surface_size = false;
    find_calls(window, library);
    return window->current_context != NULL && window->calls[CURRENT_DC] != NULL;
}
