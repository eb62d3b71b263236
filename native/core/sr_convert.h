/* Converts a picture, as GL reads it, into the planes that an encoder takes.
 *
 *   from: rows of 4 bytes a pixel without padding, the lowest row first; R'G'B' of full range, the fourth byte ignored
 *   to:   I420 or NV12, the highest row first; 8 bits, laid out as GStreamer does by default
 *
 * One chroma sample is the mean of its 2x2 pixels; an odd last column or row counts twice. Every sample differs from
 * the formula of the Recommendation by at most 0.52 of a level, and all SIMD levels have the same results. Any thread
 * may use it, and nothing is allocated.
 */
#ifndef SR_CONVERT_H
#define SR_CONVERT_H

#include "sr_colour.h"

#include <stdbool.h>
#include <stddef.h>

typedef enum sr_convert_level {
    SR_CONVERT_SCALAR = 0,
    SR_CONVERT_SSE2 = 1, /* x86-64 */
    SR_CONVERT_AVX2 = 2, /* x86-64 */
    SR_CONVERT_NEON = 3, /* AArch64 */
    SR_CONVERT_LEVELS
} sr_convert_level;

typedef struct sr_conversion {
    int width_px, height_px; /* of the picture, any size from 1 */
    bool rgba_order;         /* RGBx in memory; otherwise BGRx */
    bool nv12;               /* NV12; otherwise I420 */
    sr_colour colour;
} sr_conversion;

/* Returns the fastest level that this processor supports. */
sr_convert_level sr_convert_best_level(void);
/* Returns whether this processor supports the level. */
bool sr_convert_has_level(sr_convert_level level);

/* Returns the size that a buffer must have, as in GstVideoInfo. NV12 takes up to 4 bytes fewer for each chroma row than
 * I420. */
size_t sr_convert_frame_bytes(int width_px, int height_px, bool nv12);

/* Writes every byte of the frame, with the edge repeated into the padding, and no byte behind it. The processor must
 * support `level`. */
void sr_convert_planes(const sr_conversion *conversion, sr_convert_level level, const void *pixels, void *planes);

#endif
