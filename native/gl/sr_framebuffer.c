#include "sr_framebuffer.h"

#include "sr_bindings.h"
#include "sr_format.h"
#include "sr_selection.h"
#include "sr_texture.h"

enum {
    GL_BACK = 0x0405,
    GL_COLOR_ATTACHMENT0 = 0x8CE0,
    GL_DRAW_FRAMEBUFFER = 0x8CA9,
    GL_DRAW_FRAMEBUFFER_BINDING = 0x8CA6,
    GL_FRAMEBUFFER = 0x8D40,
    GL_FRAMEBUFFER_ATTACHMENT_OBJECT_NAME = 0x8CD1,
    GL_FRAMEBUFFER_ATTACHMENT_OBJECT_TYPE = 0x8CD0,
    GL_FRAMEBUFFER_ATTACHMENT_TEXTURE_CUBE_MAP_FACE = 0x8CD3,
    GL_FRAMEBUFFER_ATTACHMENT_TEXTURE_LEVEL = 0x8CD2,
    GL_FRAMEBUFFER_BINDING = 0x8CA6,
    GL_FRAMEBUFFER_COMPLETE = 0x8CD5,
    GL_IMPLEMENTATION_COLOR_READ_FORMAT = 0x8B9B,
    GL_MAX_VIEWPORT_DIMS = 0x0D3A,
    GL_READ_BUFFER = 0x0C02,
    GL_READ_FRAMEBUFFER = 0x8CA8,
    GL_READ_FRAMEBUFFER_BINDING = 0x8CAA,
    GL_RENDERBUFFER = 0x8D41,
    GL_RENDERBUFFER_BINDING = 0x8CA7,
    GL_RENDERBUFFER_HEIGHT = 0x8D43,
    GL_RENDERBUFFER_WIDTH = 0x8D42,
    GL_SAMPLES = 0x80A9,
    GL_TEXTURE = 0x1702,
};

static sr_glenum read_target(const sr_gl *gl) {
    return gl->read_framebuffer ? GL_READ_FRAMEBUFFER : GL_FRAMEBUFFER;
}

static sr_glenum read_buffer(const sr_gl *gl, int name) {
    if (gl->read_buffer)
        return (sr_glenum)sr_gl_get(gl, GL_READ_BUFFER);
    return name == 0 ? GL_BACK : GL_COLOR_ATTACHMENT0;
}

static int attachment(const sr_gl *gl, sr_glenum buffer, sr_glenum what) {
    int value = 0;
    gl->get_attachment_iv(read_target(gl), buffer, what, &value);
    return value;
}

static void inspect_renderbuffer(const sr_gl *gl, int name, sr_framebuffer *info) {
    if (!gl->is_renderbuffer((unsigned int)name))
        return; /* deleted, though still attached */
    unsigned int bound = (unsigned int)sr_gl_get(gl, GL_RENDERBUFFER_BINDING);
    gl->bind_renderbuffer(GL_RENDERBUFFER, (unsigned int)name);
    gl->get_renderbuffer_iv(GL_RENDERBUFFER, GL_RENDERBUFFER_WIDTH, &info->width_px);
    gl->get_renderbuffer_iv(GL_RENDERBUFFER, GL_RENDERBUFFER_HEIGHT, &info->height_px);
    sr_rebind_renderbuffer(gl, GL_RENDERBUFFER, bound);
}

static void inspect_texture(const sr_gl *gl, sr_glenum buffer, unsigned int name, sr_framebuffer *info) {
    const sr_attached_texture texture = {
        .name = name,
        .level = attachment(gl, buffer, GL_FRAMEBUFFER_ATTACHMENT_TEXTURE_LEVEL),
        .face = (sr_glenum)attachment(gl, buffer, GL_FRAMEBUFFER_ATTACHMENT_TEXTURE_CUBE_MAP_FACE),
    };
    if (!sr_texture_size(gl, &texture, &info->width_px, &info->height_px))
        info->width_px = info->height_px = 0;
}

static void inspect_attachment(const sr_gl *gl, sr_glenum buffer, sr_framebuffer *info) {
    int type = attachment(gl, buffer, GL_FRAMEBUFFER_ATTACHMENT_OBJECT_TYPE);
    info->complete = type == GL_RENDERBUFFER || type == GL_TEXTURE;
    if (!info->complete)
        return; /* depth only: there is no colour to read */
    int name = attachment(gl, buffer, GL_FRAMEBUFFER_ATTACHMENT_OBJECT_NAME);
    if (type == GL_RENDERBUFFER)
        inspect_renderbuffer(gl, name, info);
    else
        inspect_texture(gl, buffer, (unsigned int)name, info);
}

static bool driver_prefers_rgba(const sr_gl *gl) {
    if (!sr_gl_at_least(gl, 4, 1))
        return false;
    return sr_gl_get(gl, GL_IMPLEMENTATION_COLOR_READ_FORMAT) == (int)sr_formats[SR_RGBX].gl_format;
}

/* GL tells it of the framebuffer to draw to, whatever is attached. */
int sr_framebuffer_samples(const sr_gl *gl) {
    if (!gl->read_framebuffer) /* one framebuffer is bound; GLES resolves what it reads */
        return gl->es || !gl->framebuffers ? 0 : sr_gl_get(gl, GL_SAMPLES);
    unsigned int drawn_to = (unsigned int)sr_gl_get(gl, GL_DRAW_FRAMEBUFFER_BINDING);
    gl->bind_framebuffer(GL_DRAW_FRAMEBUFFER, (unsigned int)sr_selection_bound(gl));
    int samples = sr_gl_get(gl, GL_SAMPLES);
    gl->bind_framebuffer(GL_DRAW_FRAMEBUFFER, drawn_to);
    return samples;
}

static void inspect_colours(const sr_gl *gl, sr_framebuffer *info) {
    sr_colour_format format;
    sr_framebuffer_format(gl, &format);
    info->values = (int)format.values;
    info->srgb = format.srgb;
    info->internal_format = (int)format.texels.internal_format;
    info->rgba_first = gl->es || driver_prefers_rgba(gl);
}

/* Of what is bound for reading. */
static void inspect_bound(const sr_gl *gl, bool surface_size, sr_framebuffer *info) {
    *info = (sr_framebuffer){.name = sr_selection_bound(gl), .complete = 1};
    sr_glenum buffer = read_buffer(gl, info->name);
    if (info->name == 0 && surface_size) {
        if (!gl->window.surface_size(&gl->window, &info->width_px, &info->height_px))
            info->width_px = info->height_px = 0;
    }
    if (gl->framebuffers)
        info->complete = gl->check_framebuffer_status(read_target(gl)) == GL_FRAMEBUFFER_COMPLETE && buffer != 0;
    if (!info->complete)
        return; /* nothing more may be asked of it */
    if (info->name != 0) {
        inspect_attachment(gl, buffer, info);
        info->samples = sr_framebuffer_samples(gl);
    }
    if (info->complete)
        inspect_colours(gl, info);
}

static void inspect(const sr_gl *gl, bool surface_size, sr_framebuffer *info) {
    sr_selected selected;
    if (!sr_selection_enter(gl, &selected)) {
        *info = (sr_framebuffer){.name = sr_selection_name(gl)};
        return;
    }
    inspect_bound(gl, surface_size, info);
    sr_selection_leave(gl, &selected);
}

void sr_framebuffer_inspect(const sr_gl *gl, sr_framebuffer *info) {
    inspect(gl, true, info);
}

void sr_framebuffer_inspect_but_size(const sr_gl *gl, sr_framebuffer *info) {
    inspect(gl, false, info);
}

void sr_framebuffer_limits(const sr_gl *gl, int *width_px, int *height_px) {
    int limits[2] = {0, 0};
    gl->get_integerv(GL_MAX_VIEWPORT_DIMS, limits);
    *width_px = limits[0];
    *height_px = limits[1];
}
