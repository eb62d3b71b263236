#include "sr_rects.h"

static void add(sr_rects *rects, const sr_area *area, int x_px, int y_px, int width_px, int height_px,
                size_t offset_bytes) {
    rects->rect[rects->count++] = (sr_rect){
        .x_px = x_px,
        .y_px = y_px,
        .width_px = width_px,
        .height_px = height_px,
        .offset_bytes = offset_bytes,
        .row_px = area->picture_width_px,
        .format = area->format,
    };
}

typedef struct layout {
    size_t rectangle_at, extra_row_at; /* in bytes, of the area's first pixel */
    int extra_row_y_px;                /* the picture's lowest, in GL's coordinates */
    bool wider, higher;                /* whether the right column, the lowest row, is repeated */
} layout;

/* The rectangle, its right column once more, its lowest row once more, and the corner where both meet. */
static void lay_out(const sr_area *area, const layout *where, sr_rects *rects) {
    size_t extra_column = (size_t)area->width_px * area->format->bytes_per_pixel;
    int right_px = area->x_px + area->width_px - 1;

    rects->count = 0;
    add(rects, area, area->x_px, area->y_px, area->width_px, area->height_px, where->rectangle_at);
    if (where->wider)
        add(rects, area, right_px, area->y_px, 1, area->height_px, where->rectangle_at + extra_column);
    if (where->higher)
        add(rects, area, area->x_px, where->extra_row_y_px, area->width_px, 1, where->extra_row_at);
    if (where->wider && where->higher)
        add(rects, area, right_px, where->extra_row_y_px, 1, 1, where->extra_row_at + extra_column);
}

static size_t offset(const sr_area *area, int column, int row) {
    return ((size_t)area->picture_width_px * (size_t)row + (size_t)column) * area->format->bytes_per_pixel;
}

void sr_rects_bottom_up(const sr_area *area, sr_rects *rects) {
    sr_rects_tile(area, (sr_position){0, 0}, area->width_px, area->height_px, rects);
}

static layout upright(const sr_area *area, int extra_row_y_px) {
    return (layout){
        .rectangle_at = 0,
        .extra_row_at = offset(area, 0, area->height_px),
        .extra_row_y_px = extra_row_y_px,
        .wider = area->picture_width_px > area->width_px,
        .higher = area->picture_height_px > area->height_px,
    };
}

void sr_rects_upright(const sr_area *area, sr_rects *rects) {
    const layout inverted = upright(area, area->y_px);
    lay_out(area, &inverted, rects);
}

void sr_rects_flipped(const sr_area *area, sr_rects *rects) {
    const layout flipped = upright(area, area->y_px + area->height_px - 1);
    lay_out(area, &flipped, rects);
}

void sr_rects_tile(const sr_area *area, sr_position at, int frame_width_px, int frame_height_px, sr_rects *rects) {
    int extra_rows = area->picture_height_px - frame_height_px;
    const layout tile = {
        .rectangle_at = offset(area, at.x_px, at.y_px + extra_rows),
        .extra_row_at = offset(area, at.x_px, 0),
        .extra_row_y_px = area->y_px,
        .wider = area->picture_width_px > frame_width_px && at.x_px + area->width_px == frame_width_px,
        .higher = extra_rows > 0 && at.y_px == 0,
    };
    lay_out(area, &tile, rects);
}
