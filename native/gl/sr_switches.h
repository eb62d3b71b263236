/* Disables GL capabilities that would affect our drawing, and restores them. */
#ifndef SR_SWITCHES_H
#define SR_SWITCHES_H

#include "sr_gl_draw.h"

enum { SR_MOST_SWITCHES = 40 };

typedef struct sr_switch {
    sr_glenum name;
    bool indexed; /* one of several, of which only the first concerns us */
} sr_switch;

typedef struct sr_switches {
    sr_switch each[SR_MOST_SWITCHES]; /* all that this context has */
    bool was_on[SR_MOST_SWITCHES];
    int count;
} sr_switches;

/* What a blit obeys. */
void sr_switches_of_blits(sr_switches *switches, const sr_gl_draw *draw);
/* What drawing into a single-sampled framebuffer without depth obeys, beyond that. */
void sr_switches_of_drawing(sr_switches *switches, const sr_gl_draw *draw);

void sr_switches_off(sr_switches *switches, const sr_gl_draw *draw);
void sr_switches_restore(const sr_switches *switches, const sr_gl_draw *draw);

#endif
