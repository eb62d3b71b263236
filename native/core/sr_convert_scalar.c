#include "sr_convert_rows.h"

static const uint8_t *pixel(const uint8_t *row, int x_px) {
    return row + (size_t)x_px * SR_PIXEL_BYTES;
}

static uint8_t luma(const sr_weights *weights, const uint8_t *bytes) {
    int32_t sum = weights->y[0] * bytes[0] + weights->y[1] * bytes[1] + weights->y[2] * bytes[2];
    return (uint8_t)((sum + weights->y_bias) >> SR_LUMA_SHIFT);
}

static uint8_t chroma(const int16_t weights[3], const int32_t sums[3]) {
    int32_t sum = weights[0] * sums[0] + weights[1] * sums[1] + weights[2] * sums[2];
    return (uint8_t)((sum + SR_CHROMA_BIAS) >> SR_CHROMA_SHIFT);
}

static void convert_block(const sr_rows *rows, int x_px, int right_px) {
    const uint8_t *a = pixel(rows->upper, x_px), *b = pixel(rows->upper, right_px);
    const uint8_t *c = pixel(rows->lower, x_px), *d = pixel(rows->lower, right_px);
    const int32_t sums[3] = {a[0] + b[0] + c[0] + d[0], a[1] + b[1] + c[1] + d[1], a[2] + b[2] + c[2] + d[2]};
    rows->y_upper[x_px] = luma(&rows->weights, a);
    rows->y_upper[x_px + 1] = luma(&rows->weights, b);
    rows->y_lower[x_px] = luma(&rows->weights, c);
    rows->y_lower[x_px + 1] = luma(&rows->weights, d);
    int chroma_at = rows->nv12 ? x_px : x_px / 2;
    rows->u[chroma_at] = chroma(rows->weights.u, sums);
    rows->v[chroma_at] = chroma(rows->weights.v, sums);
}

void sr_convert_rows_scalar(const sr_rows *rows, int begin_px) {
    int even_width_px = rows->width_px & ~1;
    for (int x = begin_px; x < even_width_px; x += 2)
        convert_block(rows, x, x + 1);
    if (even_width_px < rows->width_px)
        convert_block(rows, even_width_px, even_width_px);
}
