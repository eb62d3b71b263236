/* Pictures to convert, in GL's order of rows, and where the samples of a converted frame lie: both as told by the
 * definitions, not by the code under test.
 */
#ifndef CONVERT_PICTURE_H
#define CONVERT_PICTURE_H

#include "sr_convert.h"

#include <stdint.h>

/* NOISE of any bytes and of 0 and 255 alone; GRADIENT; CHART: bars of 100 % and 75 %, and a ramp of grey. */
typedef enum picture_kind { NOISE, EXTREMES, GRADIENT, CHART, PICTURE_KINDS } picture_kind;

enum { PIXEL_BYTES = 4 };

typedef struct samples {
    const uint8_t *y, *u, *v;
    int y_stride_bytes, chroma_stride_bytes, chroma_step_bytes;
} samples;

size_t picture_bytes(const sr_conversion *conversion);
/* The lowest row first; the fourth byte of a pixel is noise. */
void picture_paint(const sr_conversion *conversion, picture_kind kind, uint8_t *pixels);
/* The same with the highest row first. */
void picture_turn(const sr_conversion *conversion, const uint8_t *pixels, uint8_t *turned);

samples frame_samples(const sr_conversion *conversion, const uint8_t *frame);
/* What was meant at a pixel and at a chroma sample, counted from the top left, without rounding. */
double exact_y(const sr_conversion *conversion, const uint8_t *pixels, int x_px, int y_px);
void exact_chroma(const sr_conversion *conversion, const uint8_t *pixels, int x, int y, double *u, double *v);

/* The sixteen kinds of conversion, by `index`. */
enum { CONVERSION_KINDS = 16 };
sr_conversion conversion_kind(int index, int width_px, int height_px);

#endif
