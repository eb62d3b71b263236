#include "sr_rects.h"

typedef struct place {
    size_t rectangle_at, extra_row_at; /* bytes in the slot */
    int extra_row_y_px;
} place;

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

/* The rectangle, its right column once more, its lowest row once more, and the corner where both meet. */
static void lay_out(const sr_area *area, const place *to, sr_rects *rects) {
    size_t extra_column = (size_t)area->width_px * SR_BYTES_PER_PIXEL;
    int right_px = area->x_px + area->width_px - 1;
    bool wider = area->picture_width_px > area->width_px;
    bool higher = area->picture_height_px > area->height_px;

    rects->count = 0;
    add(rects, area, area->x_px, area->y_px, area->width_px, area->height_px, to->rectangle_at);
    if (wider)
        add(rects, area, right_px, area->y_px, 1, area->height_px, to->rectangle_at + extra_column);
    if (higher)
        add(rects, area, area->x_px, to->extra_row_y_px, area->width_px, 1, to->extra_row_at);
    if (wider && higher)
        add(rects, area, right_px, to->extra_row_y_px, 1, 1, to->extra_row_at + extra_column);
}

static size_t rows(const sr_area *area, int count) {
    return (size_t)area->picture_width_px * SR_BYTES_PER_PIXEL * (size_t)count;
}

void sr_rects_bottom_up(const sr_area *area, sr_rects *rects) {
    place below = {rows(area, area->picture_height_px - area->height_px), 0, area->y_px};
    lay_out(area, &below, rects);
}

void sr_rects_upright(const sr_area *area, sr_rects *rects) {
    place behind = {0, rows(area, area->height_px), area->y_px};
    lay_out(area, &behind, rects);
}

void sr_rects_flipped(const sr_area *area, sr_rects *rects) {
    place behind = {0, rows(area, area->height_px), area->y_px + area->height_px - 1};
    lay_out(area, &behind, rects);
}
