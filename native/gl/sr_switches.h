/* Disables GL capabilities that would affect our drawing, and restores them. */
#ifndef SR_SWITCHES_H
#define SR_SWITCHES_H

#include "sr_gl_draw.h"

enum { SR_MOST_SWITCHES = 40 };

typedef struct sr_switch {
    sr_glenum name;
    bool indexed; /* GL has several of it; ours is the first */
} sr_switch;

typedef struct sr_switches {
    sr_switch each[SR_MOST_SWITCHES]; /* the ones that this context has */
    bool was_on[SR_MOST_SWITCHES];
    int count;
} sr_switches;

/* Selects the capabilities that affect a blit. */
void sr_switches_of_blits(sr_switches *switches, const sr_gl_draw *draw);
/* Selects the other capabilities that affect drawing to a single-sampled framebuffer without a depth buffer. */
void sr_switches_of_drawing(sr_switches *switches, const sr_gl_draw *draw);

void sr_switches_off(sr_switches *switches, const sr_gl_draw *draw);
void sr_switches_restore(const sr_switches *switches, const sr_gl_draw *draw);

#endif
