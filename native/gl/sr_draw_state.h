/* Saves the draw state, sets neutral values while we draw, and restores it. */
#ifndef SR_DRAW_STATE_H
#define SR_DRAW_STATE_H

#include "sr_switches.h"

typedef struct sr_draw_state {
    sr_switches switches;
    int program, vertex_array, active_unit, texture, sampler;
    int polygon_mode[2];
    int viewport[4];
    float first_viewport[4]; /* where each index has its own */
    unsigned char mask[4];
    bool feedback_paused; /* by us */
} sr_draw_state;

typedef struct sr_drawing {
    unsigned int program, vertex_array, texture;
    int width_px, height_px; /* of the framebuffer that is drawn to */
} sr_drawing;

void sr_draw_state_open(sr_draw_state *state, const sr_gl_draw *draw);
/* The texture is on unit 0. False, with nothing changed, when the application's program would be lost by the change:
 * one that it has deleted, and that lives only as long as it is in use. */
bool sr_draw_state_set(sr_draw_state *state, const sr_gl_draw *draw, const sr_drawing *ours);
/* After a set that returned true. */
void sr_draw_state_restore(const sr_draw_state *state, const sr_gl_draw *draw);

#endif
