/* The inner loops of sr_convert: two rows of pixels become two rows of luma and one of chroma.
 *
 *   luma   = (w0 * byte0 + w1 * byte1 + w2 * byte2          + y_bias)         >> SR_LUMA_SHIFT
 *   chroma = (w0 * sum0  + w1 * sum1  + w2 * sum2 (of 2x2)  + SR_CHROMA_BIAS) >> SR_CHROMA_SHIFT
 *
 * The formulas use exact 32-bit integers: nothing overflows or saturates, so every kernel has the same results. A SIMD
 * kernel converts whole blocks, and the next smaller kernel converts the remaining columns.
 */
#ifndef SR_CONVERT_ROWS_H
#define SR_CONVERT_ROWS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { SR_PIXEL_BYTES = 4, SR_LINE_BYTES = 64 /* of cache */ };
enum { SR_LUMA_SHIFT = 15, SR_CHROMA_SHIFT = SR_LUMA_SHIFT + 2 };
enum { SR_LUMA_HALF = 1 << (SR_LUMA_SHIFT - 1) };
enum { SR_CHROMA_BIAS = (128 << SR_CHROMA_SHIFT) + (1 << (SR_CHROMA_SHIFT - 1)) };

/* The weights of a pixel's bytes in memory order, in units of 1 / (1 << SR_LUMA_SHIFT). */
typedef struct sr_weights {
    int16_t y[3], u[3], v[3];
    int32_t y_bias; /* the black level, and a half for rounding */
} sr_weights;

typedef struct sr_rows {
    sr_weights weights;
    int width_px;
    bool nv12;
    const uint8_t *upper, *lower; /* rows of pixels; the same row if the picture has only one */
    const uint8_t *next;          /* the next two rows of pixels, one behind the other */
    uint8_t *y_upper, *y_lower;   /* with room for an even width */
    uint8_t *u, *v;               /* in NV12 each takes every second byte, and v is behind u */
} sr_rows;

/* Converts all columns from `begin_px`, which is even. */
typedef void (*sr_rows_kernel)(const sr_rows *rows, int begin_px);

/* Prefetches the pixels at `x_px` of the next call. This is a hint and never faults. The rows run downwards in memory,
 * and the processor's own prefetcher does not predict that. */
static inline void sr_prefetch_next(const sr_rows *rows, int x_px, int block_px) {
    const uint8_t *lower = rows->next + (size_t)x_px * SR_PIXEL_BYTES;
    const uint8_t *upper = lower + (size_t)rows->width_px * SR_PIXEL_BYTES;
    for (int i = 0; i < block_px * SR_PIXEL_BYTES; i += SR_LINE_BYTES) {
        __builtin_prefetch(lower + i);
        __builtin_prefetch(upper + i);
    }
}

void sr_convert_rows_scalar(const sr_rows *rows, int begin_px);
void sr_convert_rows_sse2(const sr_rows *rows, int begin_px); /* x86-64 only */
void sr_convert_rows_avx2(const sr_rows *rows, int begin_px); /* x86-64 only */
void sr_convert_rows_neon(const sr_rows *rows, int begin_px); /* AArch64 only */

#endif
