#include "sr_draw_state.h"

#include "sr_bindings.h"

enum {
    GL_ACTIVE_TEXTURE = 0x84E0,
    GL_BACK = 0x0405,
    GL_COLOR_WRITEMASK = 0x0C23,
    GL_CURRENT_PROGRAM = 0x8B8D,
    GL_DELETE_STATUS = 0x8B80,
    GL_FILL = 0x1B02,
    GL_FRONT_AND_BACK = 0x0408,
    GL_POLYGON_MODE = 0x0B40,
    GL_SAMPLER_BINDING = 0x8919,
    GL_TEXTURE0 = 0x84C0,
    GL_TEXTURE_2D = 0x0DE1,
    GL_TEXTURE_BINDING_2D = 0x8069,
    GL_TRANSFORM_FEEDBACK_ACTIVE = 0x8E24,
    GL_TRANSFORM_FEEDBACK_PAUSED = 0x8E23,
    GL_VERTEX_ARRAY_BINDING = 0x85B5,
    GL_VIEWPORT = 0x0BA2,
};

void sr_draw_state_open(sr_draw_state *state, const sr_gl_draw *draw) {
    *state = (sr_draw_state){0};
    sr_switches_of_drawing(&state->switches, draw);
}

static bool would_lose(const sr_gl_draw *draw, int program) {
    int deleted = 0;
    if (program != 0)
        draw->get_program_iv((unsigned int)program, GL_DELETE_STATUS, &deleted);
    return deleted != 0;
}

/* While it is active and not paused, no other program may be used. */
static void pause_feedback(sr_draw_state *state, const sr_gl_draw *draw) {
    state->feedback_paused = draw->feedback_pause && sr_gl_get(draw->gl, GL_TRANSFORM_FEEDBACK_ACTIVE) != 0 &&
                             sr_gl_get(draw->gl, GL_TRANSFORM_FEEDBACK_PAUSED) == 0;
    if (state->feedback_paused)
        draw->pause_feedback();
}

static void set_texture(sr_draw_state *state, const sr_gl_draw *draw, unsigned int texture) {
    state->active_unit = sr_gl_get(draw->gl, GL_ACTIVE_TEXTURE);
    draw->active_texture(GL_TEXTURE0);
    state->texture = sr_gl_get(draw->gl, GL_TEXTURE_BINDING_2D);
    draw->gl->bind_texture(GL_TEXTURE_2D, texture);
    if (!draw->sampler_objects)
        return;
    state->sampler = sr_gl_get(draw->gl, GL_SAMPLER_BINDING);
    draw->bind_sampler(0, 0);
}

static void restore_texture(const sr_draw_state *state, const sr_gl_draw *draw) {
    unsigned int sampler = (unsigned int)state->sampler;
    if (draw->sampler_objects && sampler != 0 && draw->is_sampler(sampler))
        draw->bind_sampler(0, sampler);
    sr_rebind_texture(draw->gl, GL_TEXTURE_2D, (unsigned int)state->texture);
    draw->active_texture((sr_glenum)state->active_unit);
}

static void set_viewport(sr_draw_state *state, const sr_gl_draw *draw, int width_px, int height_px) {
    if (draw->viewport_array) {
        draw->get_float_i_v(GL_VIEWPORT, 0, state->first_viewport);
        draw->viewport_indexed_f(0, 0, 0, (float)width_px, (float)height_px);
    } else {
        draw->gl->get_integerv(GL_VIEWPORT, state->viewport);
        draw->viewport(0, 0, width_px, height_px);
    }
}

static void restore_viewport(const sr_draw_state *state, const sr_gl_draw *draw) {
    const float *first = state->first_viewport;
    const int *all = state->viewport;
    if (draw->viewport_array)
        draw->viewport_indexed_f(0, first[0], first[1], first[2], first[3]);
    else
        draw->viewport(all[0], all[1], all[2], all[3]);
}

static void change_mask(const sr_gl_draw *draw, const unsigned char mask[4]) {
    if (draw->buffer_array)
        draw->color_mask_i(0, mask[0], mask[1], mask[2], mask[3]);
    else
        draw->color_mask(mask[0], mask[1], mask[2], mask[3]);
}

static void set_mask(sr_draw_state *state, const sr_gl_draw *draw) {
    static const unsigned char all[4] = {1, 1, 1, 1};
    if (draw->buffer_array)
        draw->get_boolean_i_v(GL_COLOR_WRITEMASK, 0, state->mask);
    else
        draw->get_boolean_v(GL_COLOR_WRITEMASK, state->mask);
    change_mask(draw, all);
}

static void set_polygon_mode(sr_draw_state *state, const sr_gl_draw *draw) {
    if (draw->gl->es)
        return;
    draw->gl->get_integerv(GL_POLYGON_MODE, state->polygon_mode);
    draw->polygon_mode(GL_FRONT_AND_BACK, GL_FILL);
}

/* Core contexts have one mode for both faces, and some drivers then tell only one. */
static void restore_polygon_mode(const sr_draw_state *state, const sr_gl_draw *draw) {
    if (draw->gl->es)
        return;
    draw->polygon_mode(GL_FRONT_AND_BACK, (sr_glenum)state->polygon_mode[0]);
    if (draw->gl->compatibility && state->polygon_mode[1] != state->polygon_mode[0])
        draw->polygon_mode(GL_BACK, (sr_glenum)state->polygon_mode[1]);
}

bool sr_draw_state_set(sr_draw_state *state, const sr_gl_draw *draw, const sr_drawing *ours) {
    state->program = sr_gl_get(draw->gl, GL_CURRENT_PROGRAM);
    if (would_lose(draw, state->program))
        return false;
    pause_feedback(state, draw);
    draw->use_program(ours->program);
    state->vertex_array = sr_gl_get(draw->gl, GL_VERTEX_ARRAY_BINDING);
    draw->bind_vertex_array(ours->vertex_array);
    set_texture(state, draw, ours->texture);
    set_viewport(state, draw, ours->width_px, ours->height_px);
    set_mask(state, draw);
    set_polygon_mode(state, draw);
    sr_switches_off(&state->switches, draw);
    return true;
}

void sr_draw_state_restore(const sr_draw_state *state, const sr_gl_draw *draw) {
    sr_switches_restore(&state->switches, draw);
    restore_polygon_mode(state, draw);
    change_mask(draw, state->mask);
    restore_viewport(state, draw);
    restore_texture(state, draw);
    draw->bind_vertex_array((unsigned int)state->vertex_array);
    draw->use_program((unsigned int)state->program);
    if (state->feedback_paused)
        draw->resume_feedback();
}
