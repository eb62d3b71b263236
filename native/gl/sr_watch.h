/* Notices when the selected framebuffer is no longer what it was when somebody looked: another one, or one of another
 * size, format or number of samples, or one that is no longer complete. */
#ifndef SR_WATCH_H
#define SR_WATCH_H

#include "sr_framebuffer.h"

typedef struct sr_watch {
    const sr_gl *gl;
    sr_framebuffer known;
    int64_t surface_asked_ns; /* when the window system last told the surface's size */
} sr_watch;

/* Looks, and remembers. With the context current. */
void sr_watch_look(sr_watch *watch);
/* Returns whether it is still what it was at the last look. A surface whose size is slow to ask for is asked only four
 * times a second. With the context current. */
bool sr_watch_is_same(sr_watch *watch);

#endif
