/* The window system: which GL context is current, how large its surface is, and where GL's functions are.
 *
 * Each window system has one file, which implements its sr_window_finder. The file of the operating system lists those
 * that it has.
 */
#ifndef SR_WINDOW_H
#define SR_WINDOW_H

#include "sr_os.h"

#include <stdbool.h>

enum { SR_MOST_WINDOW_CALLS = 3 };

typedef struct sr_window sr_window;
struct sr_window {
    void *(*current_context)(void); /* of the calling thread; NULL when there is none */
    void *(*proc_address)(const char *name);
    /* Of the current default framebuffer; false when there is none, or the size is unknown. */
    bool (*surface_size)(const sr_window *window, int *width_px, int *height_px);
    bool slow_surface_size;                  /* surface_size asks the window system's server */
    sr_function calls[SR_MOST_WINDOW_CALLS]; /* for surface_size alone, which knows their types */
};

/* False when the application has not loaded this window system. A library that we loaded ourselves would not know the
 * application's context. */
typedef bool (*sr_window_finder)(sr_window *window);

bool sr_window_find_egl(sr_window *window);
bool sr_window_find_glx(sr_window *window);

/* What this operating system has, with NULL at the end: defined in its own file. */
extern const sr_window_finder sr_window_systems[];

/* The window system whose context is current on this thread; several may be loaded. False when no context is current.
 */
bool sr_window_find_current(sr_window *window);

#endif
