#include "gl_hostile.h"

#include "gl_context.h"

#include <stdio.h>
#include <string.h>

enum { VALUES = 16, INDEXED = 8 };

static const struct {
    unsigned int name;
    const char *label;
} states[] = {
    {0x8CAA, "READ_FRAMEBUFFER_BINDING"},
    {0x8CA6, "DRAW_FRAMEBUFFER_BINDING"},
    {0x8CA7, "RENDERBUFFER_BINDING"},
    {0x8B8D, "CURRENT_PROGRAM"},
    {0x85B5, "VERTEX_ARRAY_BINDING"},
    {0x8894, "ARRAY_BUFFER_BINDING"},
    {0x84E0, "ACTIVE_TEXTURE"},
    {0x8069, "TEXTURE_BINDING_2D"},
    {0x8919, "SAMPLER_BINDING"},
    {0x88EF, "PIXEL_UNPACK_BUFFER_BINDING"},
    {0x88ED, "PIXEL_PACK_BUFFER_BINDING"},
    {0x0BA2, "VIEWPORT"},
    {0x0C10, "SCISSOR_BOX"},
    {0x0C23, "COLOR_WRITEMASK"},
    {0x0B40, "POLYGON_MODE"},
    {0x0C02, "READ_BUFFER"},
    {0x0C01, "DRAW_BUFFER"},
    {0x0C11, "SCISSOR_TEST"},
    {0x0BE2, "BLEND"},
    {0x0B44, "CULL_FACE"},
    {0x0B71, "DEPTH_TEST"},
    {0x0B90, "STENCIL_TEST"},
    {0x0BD0, "DITHER"},
    {0x8C89, "RASTERIZER_DISCARD"},
    {0x8DB9, "FRAMEBUFFER_SRGB"},
    {0x809D, "MULTISAMPLE"},
    {0x809E, "SAMPLE_ALPHA_TO_COVERAGE"},
    {0x80A0, "SAMPLE_COVERAGE"},
    {0x8E51, "SAMPLE_MASK"},
    {0x0BF2, "COLOR_LOGIC_OP"},
    {0x0B41, "POLYGON_SMOOTH"},
    {0x0B42, "POLYGON_STIPPLE"},
    {0x0BC0, "ALPHA_TEST"},
    {0x3000, "CLIP_DISTANCE0"},
    {0x3001, "CLIP_DISTANCE1"},
    {0x3007, "CLIP_DISTANCE7"},
    {0x8F9D, "PRIMITIVE_RESTART"},
    {0x864F, "DEPTH_CLAMP"},
    {0x8E24, "FEEDBACK_ACTIVE"},
    {0x8E23, "FEEDBACK_PAUSED"},
    {0x0D14, "RED_SCALE"},
    {0x0D15, "RED_BIAS"},
    {0x0D19, "GREEN_BIAS"},
    {0x0D1C, "ALPHA_SCALE"},
    {0x0D10, "MAP_COLOR"},
    {0x0D02, "PACK_ROW_LENGTH"},
    {0x0D04, "PACK_SKIP_PIXELS"},
    {0x0CF2, "UNPACK_ROW_LENGTH"},
    {0x0CF3, "UNPACK_SKIP_ROWS"},
    {0x0CF4, "UNPACK_SKIP_PIXELS"},
};
enum { STATES = sizeof states / sizeof states[0] };

static const unsigned int hostile_switches[] = {0x0C11, 0x0BE2, 0x0B44, 0x0B71, 0x0B90, 0x8C89, 0x8DB9,
                                                0x809E, 0x80A0, 0x8E51, 0x0BF2, 0x0B41, 0x0B42, 0x0BC0,
                                                0x3000, 0x3001, 0x3007, 0x8F9D, 0x864F};

static float remembered[STATES][VALUES];
static float remembered_indexed[INDEXED];

static bool knows(unsigned int name) {
    float ignored[VALUES];
    app.glGetFloatv(name, ignored);
    return app.glGetError() == 0;
}

static bool at_least(int major, int minor) {
    const gl_flavour *flavour = gl_flavour_in_use();
    return !flavour->es && (flavour->major > major || (flavour->major == major && flavour->minor >= minor));
}

static bool has_viewport_arrays(void) {
    return at_least(4, 1);
}

static void set_switches(void) {
    for (unsigned int i = 0; i < sizeof hostile_switches / sizeof hostile_switches[0]; i++) {
        if (knows(hostile_switches[i]))
            app.glEnable(hostile_switches[i]);
    }
}

/* Values for which what is switched on lets nothing pass, or alters it. */
static void set_functions(void) {
    app.glScissor(1, 1, 2, 2);
    app.glBlendFunc(0, 0x0302 /* SRC_ALPHA */);
    app.glCullFace(0x0408 /* FRONT_AND_BACK */);
    app.glDepthFunc(0x0200 /* NEVER */);
    app.glStencilFunc(0x0200 /* NEVER */, 0, 1);
    app.glSampleCoverage(0, 0);
    app.glColorMask(0, 0, 1, 0);
    app.glViewport(3, 2, 5, 1);
    if (gl_flavour_in_use()->es)
        return;
    app.glLogicOp(0x1500 /* CLEAR */);
    app.glPolygonMode(0x0408, 0x1B00 /* POINT */);
    app.glPrimitiveRestartIndex(1);
    if (!gl_flavour_in_use()->core)
        app.glAlphaFunc(0x0200 /* NEVER */, 0);
}

/* What only the first of several is set to must stay so for the others. */
static void set_arrays(void) {
    if (at_least(3, 0))
        app.glColorMaski(1, 1, 0, 1, 0);
    if (at_least(4, 5))
        app.glClipControl(0x8CA2 /* UPPER_LEFT */, 0x935F /* ZERO_TO_ONE */);
    if (has_viewport_arrays())
        app.glViewportIndexedf(1, 1.5f, 2.5f, 3.5f, 4.5f);
    if (has_viewport_arrays())
        app.glViewportIndexedf(0, 0.5f, 2.5f, 3.5f, 1.5f);
}

static void set_transfers(void) {
    const gl_flavour *flavour = gl_flavour_in_use();
    if (flavour->es || flavour->core)
        return;
    app.glPixelTransferf(0x0D14, 0.5f);
    app.glPixelTransferf(0x0D15, 0.25f);
    app.glPixelTransferf(0x0D19, -0.5f);
    app.glPixelTransferf(0x0D1C, 0.1f);
    app.glPixelTransferf(0x0D10, 1);
}

static void set_pixel_buffers(void) {
    unsigned int buffer;
    app.glGenBuffers(1, &buffer);
    app.glBindBuffer(0x88EC /* PIXEL_UNPACK_BUFFER: far too small for an upload */, buffer);
    app.glBufferData(0x88EC, 1, NULL, 0x88E4 /* STATIC_DRAW */);
    app.glBindBuffer(0x8892 /* ARRAY_BUFFER */, buffer);
    app.glPixelStorei(0x0D02, 29);
    app.glPixelStorei(0x0D04, 2);
    app.glPixelStorei(0x0CF2, 31);
    app.glPixelStorei(0x0CF3, 1000000);
    app.glPixelStorei(0x0CF4, 7);
}

/* A sampler that would have the texture incomplete, on the unit that anyone uses first; and another unit active. */
static void set_textures(void) {
    unsigned int texture, sampler;
    app.glGenTextures(1, &texture);
    app.glActiveTexture(0x84C0);
    app.glBindTexture(GL_TEXTURE_2D, texture);
    if (gl_flavour_in_use()->es || at_least(3, 3)) {
        app.glGenSamplers(1, &sampler);
        app.glSamplerParameteri(sampler, 0x2801 /* MIN_FILTER */, 0x2703 /* LINEAR_MIPMAP_LINEAR */);
        app.glBindSampler(0, sampler);
    }
    app.glActiveTexture(0x84C3);
    app.glGenTextures(1, &texture);
    app.glBindTexture(GL_TEXTURE_2D, texture);
}

static void set_vertex_array(void) {
    unsigned int array;
    app.glGenVertexArrays(1, &array);
    app.glBindVertexArray(array);
}

void gl_hostile_set(void) {
    set_switches();
    set_functions();
    set_arrays();
    set_transfers();
    set_pixel_buffers();
    set_textures();
    set_vertex_array();
}

static void ask_indexed(float values[INDEXED]) {
    unsigned char mask[4] = {0, 0, 0, 0};
    memset(values, 0, INDEXED * sizeof values[0]);
    if (at_least(3, 0)) {
        app.glGetBooleani_v(0x0C23, 1, mask);
        values[0] = (float)(mask[0] + 2 * mask[1] + 4 * mask[2] + 8 * mask[3]);
        values[1] = app.glIsEnabledi(0x0BE2, 1);
    }
    if (!has_viewport_arrays())
        return;
    values[2] = app.glIsEnabledi(0x0C11, 1);
    app.glGetFloati_v(0x0BA2, 1, &values[3]);
}

/* Also of the first unit, whichever is active. */
static void ask_all(float values[STATES][VALUES]) {
    memset(values, 0, STATES * VALUES * sizeof values[0][0]);
    for (int i = 0; i < STATES; i++)
        app.glGetFloatv(states[i].name, values[i]);
    while (app.glGetError() != 0) {
    }
}

static void ask_first_unit(float values[2]) {
    int active = gl_get(0x84E0);
    app.glActiveTexture(0x84C0);
    values[0] = (float)gl_get(0x8069);
    values[1] = (float)gl_get(0x8919);
    app.glActiveTexture((unsigned int)active);
    while (app.glGetError() != 0) {
    }
}

static float remembered_unit[2];

void gl_hostile_remember(void) {
    ask_all(remembered);
    ask_indexed(remembered_indexed);
    ask_first_unit(remembered_unit);
}

int gl_hostile_changes(void) {
    float now[STATES][VALUES], indexed[INDEXED], unit[2];
    int changes = 0;
    ask_all(now);
    ask_indexed(indexed);
    ask_first_unit(unit);
    for (int i = 0; i < STATES; i++) {
        if (memcmp(now[i], remembered[i], sizeof now[i]) == 0)
            continue;
        changes++;
        printf("%s: %g %g instead of %g %g\n", states[i].label, (double)now[i][0], (double)now[i][1],
               (double)remembered[i][0], (double)remembered[i][1]);
    }
    changes += memcmp(indexed, remembered_indexed, sizeof indexed) != 0;
    return changes + (memcmp(unit, remembered_unit, sizeof unit) != 0);
}
