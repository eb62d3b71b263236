#include "convert_picture.h"

#include <math.h>
#include <string.h>

typedef struct rgb {
    double r, g, b;
} rgb;

static uint32_t noise(void) {
    static uint32_t state = 0x9e3779b9;
    state ^= state << 13;
    state ^= state >> 17;
    state ^= state << 5;
    return state >> 8;
}

size_t picture_bytes(const sr_conversion *conversion) {
    return (size_t)conversion->width_px * PIXEL_BYTES * (size_t)conversion->height_px;
}

/* 8 bars of every corner of the colour cube, in its full and in its 75 % size, above a ramp. */
static uint8_t chart(const sr_conversion *conversion, int x_px, int row, int byte) {
    int bar = x_px * 8 / conversion->width_px, third = row * 3 / conversion->height_px;
    if (third == 0)
        return (uint8_t)(x_px * 255 / conversion->width_px);
    return (bar >> byte & 1) == 0 ? 0 : third == 1 ? 191 : 255;
}

static uint8_t gradient(const sr_conversion *conversion, int x_px, int row, int byte) {
    int across = x_px * 255 / conversion->width_px, up = row * 255 / conversion->height_px;
    return (uint8_t)(byte == 0 ? across : byte == 1 ? up : 255 - across);
}

static uint8_t paint_byte(const sr_conversion *conversion, picture_kind kind, int x_px, int row, int byte) {
    if (kind == NOISE || byte == 3)
        return (uint8_t)noise();
    if (kind == EXTREMES)
        return (noise() & 1) == 0 ? 0 : 255;
    return kind == CHART ? chart(conversion, x_px, row, byte) : gradient(conversion, x_px, row, byte);
}

void picture_paint(const sr_conversion *conversion, picture_kind kind, uint8_t *pixels) {
    for (int row = 0; row < conversion->height_px; row++) {
        for (int x = 0; x < conversion->width_px; x++) {
            for (int byte = 0; byte < PIXEL_BYTES; byte++)
                *pixels++ = paint_byte(conversion, kind, x, row, byte);
        }
    }
}

void picture_turn(const sr_conversion *conversion, const uint8_t *pixels, uint8_t *turned) {
    size_t row_bytes = (size_t)conversion->width_px * PIXEL_BYTES;
    for (int y = 0; y < conversion->height_px; y++)
        memcpy(turned + row_bytes * (size_t)y, pixels + row_bytes * (size_t)(conversion->height_px - 1 - y), row_bytes);
}

static int round_up_4(int value) {
    return (value + 3) / 4 * 4;
}

samples frame_samples(const sr_conversion *conversion, const uint8_t *frame) {
    int y_stride = round_up_4(conversion->width_px), chroma_width = (conversion->width_px + 1) / 2;
    int chroma_height = (conversion->height_px + 1) / 2;
    const uint8_t *chroma = frame + (size_t)y_stride * (size_t)chroma_height * 2;
    if (conversion->nv12)
        return (samples){frame, chroma, chroma + 1, y_stride, y_stride, 2};
    int stride = round_up_4(chroma_width);
    return (samples){frame, chroma, chroma + (size_t)stride * (size_t)chroma_height, y_stride, stride, 1};
}

static rgb pixel(const sr_conversion *conversion, const uint8_t *pixels, int x_px, int y_px) {
    int row = conversion->height_px - 1 - y_px;
    const uint8_t *at = pixels + ((size_t)row * (size_t)conversion->width_px + (size_t)x_px) * PIXEL_BYTES;
    return conversion->rgba_order ? (rgb){at[0], at[1], at[2]} : (rgb){at[2], at[1], at[0]};
}

static double luminance(const sr_conversion *conversion, rgb colour) {
    return conversion->colour.matrix == SR_BT709 ? 0.2126 * colour.r + 0.7152 * colour.g + 0.0722 * colour.b
                                                 : 0.299 * colour.r + 0.587 * colour.g + 0.114 * colour.b;
}

static bool is_full(const sr_conversion *conversion) {
    return conversion->colour.range == SR_FULL_RANGE;
}

double exact_y(const sr_conversion *conversion, const uint8_t *pixels, int x_px, int y_px) {
    double light = luminance(conversion, pixel(conversion, pixels, x_px, y_px));
    return is_full(conversion) ? light : 16 + 219 * light / 255;
}

void exact_chroma(const sr_conversion *conversion, const uint8_t *pixels, int x, int y, double *u, double *v) {
    double cb = 0, cr = 0;
    for (int i = 0; i < 4; i++) {
        int x_px = 2 * x + i % 2, y_px = 2 * y + i / 2;
        rgb colour = pixel(conversion, pixels, x_px < conversion->width_px ? x_px : conversion->width_px - 1,
                           y_px < conversion->height_px ? y_px : conversion->height_px - 1);
        cb += (colour.b - luminance(conversion, colour)) / (conversion->colour.matrix == SR_BT709 ? 1.8556 : 1.772);
        cr += (colour.r - luminance(conversion, colour)) / (conversion->colour.matrix == SR_BT709 ? 1.5748 : 1.402);
    }
    double span = is_full(conversion) ? 255 : 224;
    *u = fmin(255, 128 + span * (cb / 4) / 255);
    *v = fmin(255, 128 + span * (cr / 4) / 255);
}

sr_conversion conversion_kind(int index, int width_px, int height_px) {
    return (sr_conversion){
        width_px,
        height_px,
        (index & 1) != 0,
        (index & 2) != 0,
        {(index & 4) != 0 ? SR_BT709 : SR_BT601, (index & 8) != 0 ? SR_FULL_RANGE : SR_LIMITED_RANGE}};
}
