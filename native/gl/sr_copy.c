#include "sr_copy.h"
#include "sr_selection.h"

enum {
    GL_COLOR_BUFFER_BIT = 0x4000,
    GL_DRAW_FRAMEBUFFER = 0x8CA9,
    GL_DRAW_FRAMEBUFFER_BINDING = 0x8CA6,
    GL_FLOAT = 0x1406,
    GL_NEAREST = 0x2600,
    GL_READ_FRAMEBUFFER = 0x8CA8,
    GL_RGBA = 0x1908,
};

/* OpenGL ES reads floats as such. */
static const sr_format FLOATS = {.gl_format = GL_RGBA, .gl_type = GL_FLOAT, .bytes_per_pixel = SR_CORNER_BYTES};

/* Far enough for the application's own coordinates. */
static bool open_resolved(sr_copy *copy, const sr_colour_format *format) {
    sr_canvas_size size = {copy->area.x_px + copy->area.width_px, copy->area.y_px + copy->area.height_px};
    return sr_canvas_open(&copy->resolved, &copy->draw, size, &format->texels);
}

/* Where FRAMEBUFFER_SRGB is always on, only a blit into the same encoding leaves the stored values as they are. */
static bool open_copied(sr_copy *copy, const sr_colour_format *format) {
    sr_canvas_size size = {copy->area.width_px, copy->area.height_px};
    copy->srgb = format->srgb && !copy->draw.srgb_switch;
    return sr_canvas_open(&copy->copied, &copy->draw, size, copy->srgb ? &sr_texels_srgb8_alpha8 : &sr_texels_rgba8);
}

static bool must_copy(const sr_copy *copy, const sr_colour_format *format) {
    bool unreadable = sr_framebuffer_format_needs_copy(copy->draw.gl, format);
    return copy->as != SR_COPY_READABLE || copy->resolved.framebuffer == 0 || unreadable;
}

/* GLES can read signed values neither as bytes nor as floats. */
static const sr_format *resolved_format(const sr_copy *copy, const sr_colour_format *format) {
    if (!sr_framebuffer_format_needs_copy(copy->draw.gl, format))
        return &sr_formats[SR_RGBX];
    return format->values == SR_VALUES_FLOAT ? &FLOATS : NULL;
}

static void set_corner(sr_copy *copy, int x_px, int y_px, const sr_format *format) {
    copy->corner.x_px = x_px;
    copy->corner.y_px = y_px;
    copy->corner_rect = (sr_rect){x_px, y_px, 1, 1, 0, 1, format};
}

static void find_corner(sr_copy *copy, const sr_colour_format *format) {
    const sr_area *area = &copy->area;
    if (copy->resolved.framebuffer != 0) {
        copy->corner = (sr_corner){.texture = copy->resolved.texture, .texels = format->texels};
        set_corner(copy, area->x_px + area->width_px - 1, area->y_px + area->height_px - 1,
                   resolved_format(copy, format));
    } else {
        copy->corner = (sr_corner){.texture = copy->copied.texture, .texels = sr_texels_rgba8};
        set_corner(copy, area->width_px - 1, copy->as == SR_COPY_FLIPPED ? 0 : area->height_px - 1,
                   &sr_formats[SR_RGBX]);
    }
}

static bool open_canvases(sr_copy *copy) {
    sr_colour_format format;
    sr_framebuffer_format(copy->draw.gl, &format);
    if (format.values == SR_VALUES_INTEGER)
        return false;
    if (sr_framebuffer_samples(copy->draw.gl) > 1 && !open_resolved(copy, &format))
        return false;
    if (must_copy(copy, &format) && !open_copied(copy, &format))
        return false;
    find_corner(copy, &format);
    return true;
}

bool sr_copy_open(sr_copy *copy, const sr_gl *gl, const sr_area *area, sr_copy_as as) {
    *copy = (sr_copy){.area = *area, .as = as};
    if (!sr_gl_draw_resolve(&copy->draw, gl))
        return false;
    sr_switches_of_blits(&copy->switches, &copy->draw);
    if (open_canvases(copy))
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
    int bottom_px = copy->as == SR_COPY_FLIPPED ? area->height_px : 0;
    copy->draw.gl->bind_framebuffer(GL_DRAW_FRAMEBUFFER, copy->copied.framebuffer);
    copy->draw.blit_framebuffer(area->x_px, area->y_px, area->x_px + area->width_px, area->y_px + area->height_px, 0,
                                bottom_px, area->width_px, area->height_px - bottom_px, GL_COLOR_BUFFER_BIT,
                                GL_NEAREST);
    copy->draw.gl->bind_framebuffer(GL_READ_FRAMEBUFFER, copy->copied.framebuffer);
}

static unsigned int first_canvas(const sr_copy *copy) {
    return copy->resolved.framebuffer != 0 ? copy->resolved.framebuffer : copy->copied.framebuffer;
}

static bool is_missing(const sr_canvas *canvas, const sr_copy *copy) {
    return canvas->framebuffer != 0 && !sr_canvas_is_ours(canvas, &copy->draw);
}

static bool has_canvases(sr_copy *copy) {
    if (first_canvas(copy) != 0 && !is_missing(&copy->resolved, copy) && !is_missing(&copy->copied, copy))
        return true;
    sr_copy_close(copy);
    return open_canvases(copy);
}

bool sr_copy_begin(sr_copy *copy) {
    copy->read_before = (unsigned int)sr_selection_bound(copy->draw.gl);
    copy->drawn_to_before = (unsigned int)sr_gl_get(copy->draw.gl, GL_DRAW_FRAMEBUFFER_BINDING);
    sr_switches_off(&copy->switches, &copy->draw);
    if (!has_canvases(copy))
        return false;
    sr_corner_write(&copy->corner, &copy->draw, false);
    if (copy->resolved.framebuffer != 0)
        resolve(copy);
    if (copy->copied.framebuffer != 0)
        copy_bytes(copy);
    return true;
}

static void blit_corner(const sr_copy *copy) {
    int x_px = copy->area.x_px + copy->area.width_px - 1, y_px = copy->area.y_px + copy->area.height_px - 1;
    int to_x_px = copy->corner.x_px, to_y_px = copy->corner.y_px;
    copy->draw.gl->bind_framebuffer(GL_READ_FRAMEBUFFER, copy->read_before);
    copy->draw.gl->bind_framebuffer(GL_DRAW_FRAMEBUFFER, first_canvas(copy));
    copy->draw.blit_framebuffer(x_px, y_px, x_px + 1, y_px + 1, to_x_px, to_y_px, to_x_px + 1, to_y_px + 1,
                                GL_COLOR_BUFFER_BIT, GL_NEAREST);
}

const sr_rect *sr_copy_corner(const sr_copy *copy, bool second) {
    if (copy->corner_rect.format == NULL)
        return NULL;
    if (second) {
        sr_corner_write(&copy->corner, &copy->draw, true);
        blit_corner(copy);
    }
    copy->draw.gl->bind_framebuffer(GL_READ_FRAMEBUFFER, first_canvas(copy));
    return &copy->corner_rect;
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
