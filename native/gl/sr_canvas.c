#include "sr_canvas.h"

#include "sr_bindings.h"
#include "sr_framebuffer.h"

#include <stddef.h>

enum {
    GL_COLOR_ATTACHMENT0 = 0x8CE0,
    GL_DRAW_FRAMEBUFFER = 0x8CA9,
    GL_DRAW_FRAMEBUFFER_BINDING = 0x8CA6,
    GL_FRAMEBUFFER_COMPLETE = 0x8CD5,
    GL_MAX_TEXTURE_SIZE = 0x0D33,
    GL_NEAREST = 0x2600,
    GL_PIXEL_UNPACK_BUFFER = 0x88EC,
    GL_PIXEL_UNPACK_BUFFER_BINDING = 0x88EF,
    GL_TEXTURE_2D = 0x0DE1,
    GL_TEXTURE_BINDING_2D = 0x8069,
    GL_TEXTURE_MAG_FILTER = 0x2800,
    GL_TEXTURE_MAX_LEVEL = 0x813D,
    GL_TEXTURE_MIN_FILTER = 0x2801,
    GL_TEXTURE_MIN_LOD = 0x813A,
};

/* Marks our textures. It has no effect on a texture of one level. */
static const float OUR_MIN_LOD = -777.25f;

static bool fits(const sr_gl *gl, sr_canvas_size size) {
    int most_px = sr_gl_get(gl, GL_MAX_TEXTURE_SIZE);
    int width_px, height_px;
    sr_framebuffer_limits(gl, &width_px, &height_px);
    return size.width_px <= most_px && size.height_px <= most_px && size.width_px <= width_px &&
           size.height_px <= height_px;
}

static unsigned int bound(const sr_gl_draw *draw, sr_glenum binding) {
    return (unsigned int)sr_gl_get(draw->gl, binding);
}

/* With an unpack buffer bound, no pixels would mean pixels from its start. */
static void set_image(const sr_gl_draw *draw, sr_canvas_size size, const sr_texels *texels) {
    unsigned int before = draw->unpack_buffer ? bound(draw, GL_PIXEL_UNPACK_BUFFER_BINDING) : 0;
    if (before != 0)
        draw->gl->bind_buffer(GL_PIXEL_UNPACK_BUFFER, 0);
    draw->tex_image_2d(GL_TEXTURE_2D, 0, (int)texels->internal_format, size.width_px, size.height_px, 0,
                       texels->pixel_format, texels->pixel_type, NULL);
    if (before != 0)
        sr_rebind_buffer(draw->gl, GL_PIXEL_UNPACK_BUFFER, before);
}

static void make_texture(sr_canvas *canvas, const sr_gl_draw *draw, sr_canvas_size size, const sr_texels *texels) {
    unsigned int before = bound(draw, GL_TEXTURE_BINDING_2D);
    draw->gen_textures(1, &canvas->texture);
    draw->gl->bind_texture(GL_TEXTURE_2D, canvas->texture);
    draw->tex_parameter_i(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
    draw->tex_parameter_i(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
    draw->tex_parameter_i(GL_TEXTURE_2D, GL_TEXTURE_MAX_LEVEL, 0);
    draw->tex_parameter_f(GL_TEXTURE_2D, GL_TEXTURE_MIN_LOD, OUR_MIN_LOD);
    set_image(draw, size, texels);
    sr_rebind_texture(draw->gl, GL_TEXTURE_2D, before);
}

static bool make_framebuffer(sr_canvas *canvas, const sr_gl_draw *draw) {
    unsigned int before = bound(draw, GL_DRAW_FRAMEBUFFER_BINDING);
    draw->gl->gen_framebuffers(1, &canvas->framebuffer);
    draw->gl->bind_framebuffer(GL_DRAW_FRAMEBUFFER, canvas->framebuffer);
    draw->framebuffer_texture_2d(GL_DRAW_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, canvas->texture, 0);
    bool complete = draw->gl->check_framebuffer_status(GL_DRAW_FRAMEBUFFER) == GL_FRAMEBUFFER_COMPLETE;
    draw->gl->bind_framebuffer(GL_DRAW_FRAMEBUFFER, before);
    if (!complete)
        sr_canvas_close(canvas, draw);
    return complete;
}

bool sr_canvas_open(sr_canvas *canvas, const sr_gl_draw *draw, sr_canvas_size size, const sr_texels *texels) {
    *canvas = (sr_canvas){0};
    if (texels->internal_format == 0 || !fits(draw->gl, size))
        return false;
    make_texture(canvas, draw, size, texels);
    return make_framebuffer(canvas, draw);
}

static bool is_marked(const sr_canvas *canvas, const sr_gl_draw *draw) {
    float min_lod = 0;
    unsigned int before = bound(draw, GL_TEXTURE_BINDING_2D);
    draw->gl->bind_texture(GL_TEXTURE_2D, canvas->texture);
    draw->get_tex_parameter_fv(GL_TEXTURE_2D, GL_TEXTURE_MIN_LOD, &min_lod);
    sr_rebind_texture(draw->gl, GL_TEXTURE_2D, before);
    return min_lod >= OUR_MIN_LOD && min_lod <= OUR_MIN_LOD;
}

bool sr_canvas_is_ours(const sr_canvas *canvas, const sr_gl_draw *draw) {
    return canvas->framebuffer != 0 && draw->gl->is_framebuffer(canvas->framebuffer) &&
           draw->gl->is_texture(canvas->texture) && is_marked(canvas, draw);
}

void sr_canvas_close(sr_canvas *canvas, const sr_gl_draw *draw) {
    if (sr_canvas_is_ours(canvas, draw)) {
        draw->gl->delete_framebuffers(1, &canvas->framebuffer);
        draw->gl->delete_textures(1, &canvas->texture);
    }
    *canvas = (sr_canvas){0};
}
