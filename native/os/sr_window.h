/* Asks the window system for the current GL context, the size of its surface, and the addresses of GL's functions.
 *
 * Each window system has one file, which implements its sr_window_finder. The file of the operating system lists the
 * finders that it supports.
 */
#ifndef SR_WINDOW_H
#define SR_WINDOW_H

#include "sr_os.h"

#include <stdbool.h>
#include <stdint.h>

enum { SR_MOST_WINDOW_CALLS = 5 };

typedef struct sr_window sr_window;
struct sr_window {
    void *(*current_context)(void); /* of the calling thread; NULL if there is none */
    void *(*proc_address)(const char *name);
    /* Returns the handle of the current surface that is read from, or of the one that is drawn to; 0 if there is none,
     * or if the window system does not tell. */
    uintptr_t (*surface)(const sr_window *window, bool drawn);
    /* Gets the size of the current surface that is read from. Returns false if there is none, or its size is unknown.
     */
    bool (*surface_size)(const sr_window *window, int *width_px, int *height_px);
    /* Returns whether the context of this handle is certainly destroyed. NULL if the window system cannot be asked
     * without harm. */
    bool (*is_destroyed)(const sr_window *window, void *context);
    void *display;          /* of the context that was current when the window system was found; NULL if not needed */
    bool slow_surface_size; /* surface_size asks the window system's server */
    sr_function calls[SR_MOST_WINDOW_CALLS]; /* used only by the functions above, which know their types */
};

/* Finds a window system. Returns false if the application has not loaded it. A library that we loaded ourselves would
 * not know the application's context. */
typedef bool (*sr_window_finder)(sr_window *window);

bool sr_window_find_egl(sr_window *window);
bool sr_window_find_glx(sr_window *window); /* Linux */
bool sr_window_find_wgl(sr_window *window); /* Windows */
bool sr_window_find_cgl(sr_window *window); /* macOS */

/* Lists the finders of this operating system, with NULL at the end. The file of the operating system defines it. */
extern const sr_window_finder sr_window_systems[];
/* Lists the names that EGL's library has on this operating system, in the same way. */
extern const char *const sr_window_egl_libraries[];

/* Finds the window system whose context is current on this thread, because several may be loaded. Returns false if no
 * context is current. */
bool sr_window_find_current(sr_window *window);

#endif
