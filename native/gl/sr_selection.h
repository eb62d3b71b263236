/* Which framebuffer is read: the one that is bound for reading, or another that is bound for reading meanwhile. */
#ifndef SR_SELECTION_H
#define SR_SELECTION_H

#include "sr_gl.h"

/* What sr_selection_enter has changed. */
typedef struct sr_selected {
    bool changed;
    bool buffer_changed;
    unsigned int bound;    /* for reading before */
    sr_glenum read_buffer; /* of the selected framebuffer before */
} sr_selected;

/* Returns the name of the framebuffer that is bound for reading now. */
int sr_selection_bound(const sr_gl *gl);
/* Returns the name of the selected framebuffer; 0 is the window's or the surface's own. */
int sr_selection_name(const sr_gl *gl);

/* Binds the selected framebuffer for reading, and selects its buffer:
 *   SR_SELECT_READ    what is bound and selected for reading; nothing changes
 *   SR_SELECT_DRAW    what is bound for drawing, and its first draw buffer
 *   SR_SELECT_WINDOW  framebuffer 0, and its back buffer, or front where there is no back
 *   SR_SELECT_NAMED   that framebuffer object, and its first draw buffer
 * False, with nothing changed, when there is no such framebuffer. May be nested. */
bool sr_selection_enter(const sr_gl *gl, sr_selected *saved);
/* After each sr_selection_enter that returned true. */
void sr_selection_leave(const sr_gl *gl, const sr_selected *saved);

#endif
