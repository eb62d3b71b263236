/* Notices changes of the selected framebuffer since the last look: another framebuffer, another size, format or number
 * of samples, or a framebuffer that is no longer complete. */
#ifndef SR_WATCH_H
#define SR_WATCH_H

#include "sr_framebuffer.h"

typedef struct sr_watch {
    const sr_gl *gl;
    sr_framebuffer known;
    uintptr_t surface;        /* of framebuffer 0 */
    int64_t surface_asked_ns; /* the time when the window system last told the surface's size */
} sr_watch;

/* Inspects the framebuffer and remembers the result. The context must be current. */
void sr_watch_look(sr_watch *watch);
/* Returns whether the framebuffer is unchanged since the last look. If the query of the surface's size is slow, it is
 * made only four times a second. The context must be current. */
bool sr_watch_is_same(sr_watch *watch);
/* Has the size of the surface asked at the next look. */
void sr_watch_doubt(sr_watch *watch);

#endif
