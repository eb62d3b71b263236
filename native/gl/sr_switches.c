#include "sr_switches.h"

enum {
    GL_ALPHA_TEST = 0x0BC0,
    GL_BLEND = 0x0BE2,
    GL_CLIP_DISTANCE0 = 0x3000,
    GL_COLOR_LOGIC_OP = 0x0BF2,
    GL_CULL_FACE = 0x0B44,
    GL_DEPTH_TEST = 0x0B71,
    GL_DITHER = 0x0BD0,
    GL_FRAMEBUFFER_SRGB = 0x8DB9,
    GL_MAX_CLIP_DISTANCES = 0x0D32,
    GL_POLYGON_SMOOTH = 0x0B41,
    GL_POLYGON_STIPPLE = 0x0B42,
    GL_RASTERIZER_DISCARD = 0x8C89,
    GL_SAMPLE_ALPHA_TO_COVERAGE = 0x809E,
    GL_SAMPLE_COVERAGE = 0x80A0,
    GL_SAMPLE_MASK = 0x8E51,
    GL_SCISSOR_TEST = 0x0C11,
    GL_STENCIL_TEST = 0x0B90,
};

static void add(sr_switches *switches, sr_glenum name, bool indexed) {
    if (switches->count < SR_MOST_SWITCHES)
        switches->each[switches->count++] = (sr_switch){name, indexed};
}

void sr_switches_of_blits(sr_switches *switches, const sr_gl_draw *draw) {
    switches->count = 0;
    add(switches, GL_SCISSOR_TEST, draw->viewport_array);
    if (draw->srgb_switch)
        add(switches, GL_FRAMEBUFFER_SRGB, false);
}

static void add_clip_distances(sr_switches *switches, const sr_gl_draw *draw) {
    if (draw->gl->es && !sr_gl_has_extension(draw->gl, "GL_EXT_clip_cull_distance"))
        return;
    int count = sr_gl_get(draw->gl, GL_MAX_CLIP_DISTANCES);
    for (int i = 0; i < count; i++)
        add(switches, GL_CLIP_DISTANCE0 + (sr_glenum)i, false);
}

static void add_desktop(sr_switches *switches, const sr_gl_draw *draw) {
    add(switches, GL_COLOR_LOGIC_OP, false);
    add(switches, GL_POLYGON_SMOOTH, false);
    if (draw->gl->compatibility) {
        add(switches, GL_ALPHA_TEST, false);
        add(switches, GL_POLYGON_STIPPLE, false);
    }
}

void sr_switches_of_drawing(sr_switches *switches, const sr_gl_draw *draw) {
    static const sr_glenum everywhere[] = {
        GL_CULL_FACE,       GL_DEPTH_TEST,  GL_DITHER, GL_RASTERIZER_DISCARD, GL_SAMPLE_ALPHA_TO_COVERAGE,
        GL_SAMPLE_COVERAGE, GL_STENCIL_TEST};
    switches->count = 0;
    for (unsigned int i = 0; i < sizeof everywhere / sizeof everywhere[0]; i++)
        add(switches, everywhere[i], false);
    add(switches, GL_BLEND, draw->buffer_array);
    if (draw->gl->es ? sr_gl_at_least(draw->gl, 3, 1) : sr_gl_at_least(draw->gl, 3, 2))
        add(switches, GL_SAMPLE_MASK, false);
    if (!draw->gl->es)
        add_desktop(switches, draw);
    add_clip_distances(switches, draw);
}

static bool is_on(const sr_switch *which, const sr_gl_draw *draw) {
    return which->indexed ? draw->is_enabled_i(which->name, 0) : draw->is_enabled(which->name);
}

static void turn_off(const sr_switch *which, const sr_gl_draw *draw) {
    if (which->indexed)
        draw->disable_i(which->name, 0);
    else
        draw->disable(which->name);
}

static void turn_on(const sr_switch *which, const sr_gl_draw *draw) {
    if (which->indexed)
        draw->enable_i(which->name, 0);
    else
        draw->enable(which->name);
}

void sr_switches_off(sr_switches *switches, const sr_gl_draw *draw) {
    for (int i = 0; i < switches->count; i++) {
        switches->was_on[i] = is_on(&switches->each[i], draw);
        if (switches->was_on[i])
            turn_off(&switches->each[i], draw);
    }
}

void sr_switches_restore(const sr_switches *switches, const sr_gl_draw *draw) {
    for (int i = 0; i < switches->count; i++) {
        if (switches->was_on[i])
            turn_on(&switches->each[i], draw);
    }
}
