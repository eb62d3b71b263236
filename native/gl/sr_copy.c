#include "sr_copy.h"
#include "sr_selection.h"

enum {
    GL_COLOR_BUFFER_BIT = 0x4000,
    GL_DRAW_FRAMEBUFFER = 0x8CA9,
    GL_DRAW_FRAMEBUFFER_BINDING = 0x8CA6,
    GL_NEAREST = 0x2600,
    GL_READ_FRAMEBUFFER = 0x8CA8,
    GL_RGBA8 = 0x8058,
    GL_SRGB8_ALPHA8 = 0x8C43,
};

/* Far enough for the application's own coordinates. */
static bool open_resolved(sr_copy *copy, const sr_colour_format *format) {
    sr_canvas_size size = {copy->area.x_px + copy->area.width_px, copy->area.y_px + copy->area.height_px};
    return sr_canvas_open(&copy->resolved, &copy->draw, size, format->internal_format);
}

/* Where FRAMEBUFFER_SRGB is always on, only a blit into the same encoding leaves the stored values as they are. */
static bool open_copied(sr_copy *copy, const sr_colour_format *format, sr_copy_as as) {
    sr_canvas_size size = {copy->area.width_px, copy->area.height_px};
    copy->srgb = format->srgb && !copy->draw.srgb_switch;
    sr_glenum bytes = copy->srgb ? GL_SRGB8_ALPHA8 : GL_RGBA8;
    return as == SR_COPY_TEXTURE ? sr_canvas_open_texture(&copy->copied, &copy->draw, size, bytes)
                                 : sr_canvas_open(&copy->copied, &copy->draw, size, bytes);
}

static bool must_copy(const sr_copy *copy, const sr_colour_format *format, sr_copy_as as) {
    bool unreadable = sr_framebuffer_format_needs_copy(copy->draw.gl, format);
    return as != SR_COPY_READABLE || copy->resolved.framebuffer == 0 || unreadable;
}

static bool open_canvases(sr_copy *copy, sr_copy_as as) {
    sr_colour_format format;
    sr_framebuffer_format(copy->draw.gl, &format);
    if (format.values == SR_VALUES_INTEGER)
        return false;
    if (sr_framebuffer_samples(copy->draw.gl) > 1 && !open_resolved(copy, &format))
        return false;
    return !must_copy(copy, &format, as) || open_copied(copy, &format, as);
}

bool sr_copy_open(sr_copy *copy, const sr_gl *gl, const sr_area *area, sr_copy_as as) {
    *copy = (sr_copy){.area = *area, .flipped = as == SR_COPY_FLIPPED};
    if (!sr_gl_draw_resolve(&copy->draw, gl))
        return false;
    sr_switches_of_blits(&copy->switches, &copy->draw);
    if (open_canvases(copy, as))
        return true;
    sr_copy_close(copy);
    return false;
}

sr_area sr_copy_area(const sr_copy *copy) {
    sr_area area = copy->area;
    if (copy->copied.framebuffer != 0)
        area.x_px = area.y_px = 0;
    return area;
}

static void resolve(const sr_copy *copy) {
    const sr_area *area = &copy->area;
    int right_px = area->x_px + area->width_px, top_px = area->y_px + area->height_px;
    copy->draw.gl->bind_framebuffer(GL_DRAW_FRAMEBUFFER, copy->resolved.framebuffer);
    copy->draw.blit_framebuffer(area->x_px, area->y_px, right_px, top_px, area->x_px, area->y_px, right_px, top_px,
                                GL_COLOR_BUFFER_BIT, GL_NEAREST);
    copy->draw.gl->bind_framebuffer(GL_READ_FRAMEBUFFER, copy->resolved.framebuffer);
}

static void copy_bytes(const sr_copy *copy) {
    const sr_area *area = &copy->area;
    int bottom_px = copy->flipped ? area->height_px : 0;
    copy->draw.gl->bind_framebuffer(GL_DRAW_FRAMEBUFFER, copy->copied.framebuffer);
    copy->draw.blit_framebuffer(area->x_px, area->y_px, area->x_px + area->width_px, area->y_px + area->height_px, 0,
                                bottom_px, area->width_px, area->height_px - bottom_px, GL_COLOR_BUFFER_BIT,
                                GL_NEAREST);
    copy->draw.gl->bind_framebuffer(GL_READ_FRAMEBUFFER, copy->copied.framebuffer);
}

void sr_copy_begin(sr_copy *copy) {
    copy->read_before = (unsigned int)sr_selection_bound(copy->draw.gl);
    copy->drawn_to_before = (unsigned int)sr_gl_get(copy->draw.gl, GL_DRAW_FRAMEBUFFER_BINDING);
    sr_switches_off(&copy->switches, &copy->draw);
    if (copy->resolved.framebuffer != 0)
        resolve(copy);
    if (copy->copied.framebuffer != 0)
        copy_bytes(copy);
}

void sr_copy_end(sr_copy *copy) {
    sr_switches_restore(&copy->switches, &copy->draw);
    copy->draw.gl->bind_framebuffer(GL_READ_FRAMEBUFFER, copy->read_before);
    copy->draw.gl->bind_framebuffer(GL_DRAW_FRAMEBUFFER, copy->drawn_to_before);
}

void sr_copy_close(sr_copy *copy) {
    sr_canvas_close(&copy->resolved, &copy->draw);
    sr_canvas_close(&copy->copied, &copy->draw);
}
