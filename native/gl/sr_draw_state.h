/* Saves the application's draw state, sets the values that our drawing needs, and restores the state afterwards. */
#ifndef SR_DRAW_STATE_H
#define SR_DRAW_STATE_H

#include "sr_switches.h"

typedef struct sr_draw_state {
    sr_switches switches;
    int program, vertex_array, active_unit, texture, sampler;
    int polygon_mode[2];
    int viewport[4];
    float first_viewport[4]; /* used where GL has several viewports by index */
    unsigned char mask[4];
    bool feedback_paused; /* we paused the transform feedback */
} sr_draw_state;

typedef struct sr_drawing {
    unsigned int program, vertex_array, texture;
    int width_px, height_px; /* of the framebuffer that is drawn to */
} sr_drawing;

void sr_draw_state_open(sr_draw_state *state, const sr_gl_draw *draw);
/* Binds our objects, the texture on unit 0. Returns false and changes nothing if the application has deleted the
 * program that is in use: such a program exists only as long as it is in use, so it could not be restored. */
bool sr_draw_state_set(sr_draw_state *state, const sr_gl_draw *draw, const sr_drawing *ours);
/* Restores the state. Requires a sr_draw_state_set that returned true. */
void sr_draw_state_restore(const sr_draw_state *state, const sr_gl_draw *draw);

#endif
