/* Selects the framebuffer to read: the one that is bound for reading, or another that we bind during the read. */
#ifndef SR_SELECTION_H
#define SR_SELECTION_H

#include "sr_gl.h"

/* Stores the state that sr_selection_enter has changed. */
typedef struct sr_selected {
    bool changed;
    bool buffer_changed;
    unsigned int bound;    /* the framebuffer that was bound for reading before */
    sr_glenum read_buffer; /* the selected framebuffer's read buffer before */
} sr_selected;

/* Returns the name of the framebuffer that is bound for reading now. */
int sr_selection_bound(const sr_gl *gl);
/* Returns the name of the selected framebuffer; 0 for the window's or the surface's own. */
int sr_selection_name(const sr_gl *gl);

/* Binds the selected framebuffer for reading, and selects its buffer:
 *   SR_SELECT_READ    the framebuffer and the buffer that are already selected; nothing changes
 *   SR_SELECT_DRAW    the framebuffer that is bound for drawing, and its first draw buffer
 *   SR_SELECT_WINDOW  framebuffer 0, and its back buffer, or its front buffer if it has no back buffer
 *   SR_SELECT_NAMED   that framebuffer object, and its first draw buffer
 * Returns false and changes nothing if there is no such framebuffer, or if it is the window's but another surface is
 * read from than is drawn to. Calls may be nested. */
bool sr_selection_enter(const sr_gl *gl, sr_selected *saved);
/* Restores the saved state. Call it after each sr_selection_enter that returned true. */
void sr_selection_leave(const sr_gl *gl, const sr_selected *saved);

#endif
