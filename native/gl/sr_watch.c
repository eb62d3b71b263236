#include "sr_watch.h"

#include <string.h>

enum { SLOW_SURFACE_INTERVAL_NS = 250000000 };

void sr_watch_look(sr_watch *watch) {
    sr_framebuffer_inspect(watch->gl, &watch->known);
    watch->surface = watch->gl->window.surface(&watch->gl->window, false);
    watch->surface_asked_ns = sr_os_now_ns();
}

static bool asks_surface(sr_watch *watch) {
    const sr_window *window = &watch->gl->window;
    if (!window->slow_surface_size || window->surface(window, false) != watch->surface)
        return true;
    int64_t now_ns = sr_os_now_ns();
    if (now_ns - watch->surface_asked_ns < SLOW_SURFACE_INTERVAL_NS)
        return false;
    watch->surface_asked_ns = now_ns;
    return true;
}

bool sr_watch_is_same(sr_watch *watch) {
    sr_framebuffer now;
    if (watch->known.name == 0 && !asks_surface(watch)) {
        sr_framebuffer_inspect_but_size(watch->gl, &now);
        now.width_px = watch->known.width_px;
        now.height_px = watch->known.height_px;
    } else {
        sr_framebuffer_inspect(watch->gl, &now);
    }
    return memcmp(&now, &watch->known, sizeof now) == 0;
}

void sr_watch_doubt(sr_watch *watch) {
    watch->surface_asked_ns = INT64_MIN / 2;
}
