#include "sr_copy.h"
#include "sr_draw_state.h"
#include "sr_planes.h"
#include "sr_queries.h"
#include "sr_source.h"

#include <stdlib.h>

enum {
    GL_DRAW_FRAMEBUFFER = 0x8CA9,
    GL_READ_FRAMEBUFFER = 0x8CA8,
    GL_TRIANGLES = 4,
};

typedef struct planes_source {
    sr_source source;
    sr_copy copy;     /* what the shader samples */
    sr_canvas canvas; /* what it draws into */
    sr_draw_state state;
    sr_drawing drawing;
    int picture_at; /* the uniform */
    sr_rects rects;
} planes_source;

static void draw_planes(const planes_source *ours) {
    const sr_gl_draw *draw = &ours->copy.draw;
    draw->uniform_2i(ours->picture_at, ours->copy.area.picture_width_px, ours->copy.area.picture_height_px);
    draw->gl->bind_framebuffer(GL_DRAW_FRAMEBUFFER, ours->canvas.framebuffer);
    draw->draw_arrays(GL_TRIANGLES, 0, 3);
    draw->gl->bind_framebuffer(GL_READ_FRAMEBUFFER, ours->canvas.framebuffer);
}

static const sr_rects *begin(sr_source *source) {
    planes_source *ours = (planes_source *)source;
    if (!sr_copy_begin(&ours->copy) || !sr_canvas_is_ours(&ours->canvas, &ours->copy.draw))
        return NULL;
    ours->drawing.texture = ours->copy.copied.texture;
    if (sr_queries_count(&ours->copy.draw) || !sr_draw_state_set(&ours->state, &ours->copy.draw, &ours->drawing))
        return NULL;
    draw_planes(ours);
    sr_draw_state_restore(&ours->state, &ours->copy.draw);
    return &ours->rects;
}

static const sr_rect *corner(sr_source *source, bool second) {
    return sr_copy_corner(&((planes_source *)source)->copy, second);
}

static void end(sr_source *source) {
    sr_copy_end(&((planes_source *)source)->copy);
}

static void delete_objects(planes_source *ours) {
    const sr_gl_draw *draw = &ours->copy.draw;
    draw->delete_program(ours->drawing.program);
    draw->delete_vertex_arrays(1, &ours->drawing.vertex_array);
    sr_canvas_close(&ours->canvas, draw);
    sr_copy_close(&ours->copy);
}

static void close_planes(sr_source *source, bool current) {
    if (current)
        delete_objects((planes_source *)source);
    free(source);
}

static bool open_drawing(planes_source *ours, sr_colour colour) {
    const sr_gl_draw *draw = &ours->copy.draw;
    sr_drawing *drawing = &ours->drawing;
    drawing->program = sr_planes_program(draw, ours->copy.area.format, colour, ours->copy.srgb);
    draw->gen_vertex_arrays(1, &drawing->vertex_array);
    sr_draw_state_open(&ours->state, draw);
    ours->picture_at = drawing->program == 0 ? -1 : draw->get_uniform_location(drawing->program, "picture");
    return drawing->program != 0;
}

static bool open_canvas(planes_source *ours) {
    const sr_area *area = &ours->copy.area;
    sr_planes_size size =
        sr_planes_lay_out(area->format, area->picture_width_px, area->picture_height_px, &ours->rects);
    ours->drawing.width_px = size.width_px;
    ours->drawing.height_px = size.height_px;
    return sr_canvas_open(&ours->canvas, &ours->copy.draw, (sr_canvas_size){size.width_px, size.height_px},
                          &sr_texels_rgba8);
}

sr_source *sr_source_planes(const sr_gl *gl, const sr_area *area, sr_colour colour) {
    planes_source *ours = gl->major >= 3 ? calloc(1, sizeof *ours) : NULL;
    if (ours == NULL)
        return NULL;
    ours->source = (sr_source){begin, corner, end, close_planes};
    if (!sr_copy_open(&ours->copy, gl, area, SR_COPY_TEXTURE)) {
        free(ours);
        return NULL;
    }
    if (open_canvas(ours) && open_drawing(ours, colour))
        return &ours->source;
    close_planes(&ours->source, true);
    return NULL;
}
