#include "sr_convert_rows.h"

#include <arm_neon.h>

enum { BLOCK_PX = 16, CHANNELS = 3 };

/* A load takes pixels apart: each vector holds one byte of 16 pixels, as 8-bit samples or as sums of 16 bits. */
typedef struct weights {
    int16x4_t by_channel; /* and a lane that is not used */
    int32x4_t bias;
} weights;

static inline weights spread(const int16_t by_byte[CHANNELS], int bias) {
    const int16_t lanes[] = {by_byte[0], by_byte[1], by_byte[2], 0};
    return (weights){vld1_s16(lanes), vdupq_n_s32(bias)};
}

static inline int32x4_t weigh(const int16x4_t channels[CHANNELS], weights by) {
    int32x4_t sum = vmlal_lane_s16(by.bias, channels[0], by.by_channel, 0);
    sum = vmlal_lane_s16(sum, channels[1], by.by_channel, 1);
    return vmlal_lane_s16(sum, channels[2], by.by_channel, 2);
}

/* The shift and the narrowing are one step for luma. Chroma's shift is larger than what such a step takes. */
static inline uint8x8_t luma_of(const int16x8_t channels[CHANNELS], weights by) {
    const int16x4_t low[] = {vget_low_s16(channels[0]), vget_low_s16(channels[1]), vget_low_s16(channels[2])};
    const int16x4_t high[] = {vget_high_s16(channels[0]), vget_high_s16(channels[1]), vget_high_s16(channels[2])};
    int16x8_t luma =
        vcombine_s16(vshrn_n_s32(weigh(low, by), SR_LUMA_SHIFT), vshrn_n_s32(weigh(high, by), SR_LUMA_SHIFT));
    return vmovn_u16(vreinterpretq_u16_s16(luma));
}

static inline uint8x8_t chroma_of(const int16x8_t sums[CHANNELS], weights by) {
    const int16x4_t low[] = {vget_low_s16(sums[0]), vget_low_s16(sums[1]), vget_low_s16(sums[2])};
    const int16x4_t high[] = {vget_high_s16(sums[0]), vget_high_s16(sums[1]), vget_high_s16(sums[2])};
    int16x8_t chroma = vcombine_s16(vmovn_s32(vshrq_n_s32(weigh(low, by), SR_CHROMA_SHIFT)),
                                    vmovn_s32(vshrq_n_s32(weigh(high, by), SR_CHROMA_SHIFT)));
    return vmovn_u16(vreinterpretq_u16_s16(chroma));
}

static inline int16x8_t widen(uint8x8_t bytes) {
    return vreinterpretq_s16_u16(vmovl_u8(bytes));
}

static inline void put_luma(uint8_t *row, int x_px, const uint8x16x4_t *pixels, weights y) {
    int16x8_t left[CHANNELS], right[CHANNELS];
    for (int i = 0; i < CHANNELS; i++) {
        left[i] = widen(vget_low_u8(pixels->val[i]));
        right[i] = widen(vget_high_u8(pixels->val[i]));
    }
    vst1q_u8(row + x_px, vcombine_u8(luma_of(left, y), luma_of(right, y)));
}

static inline void put_chroma(const sr_rows *rows, int x_px, uint8x8_t u, uint8x8_t v) {
    if (rows->nv12) {
        const uint8x8x2_t both = {{u, v}};
        vst2_u8(rows->u + x_px, both);
    } else {
        vst1_u8(rows->u + x_px / 2, u);
        vst1_u8(rows->v + x_px / 2, v);
    }
}

static inline void convert_block(const sr_rows *rows, int x_px, weights y, weights u, weights v) {
    uint8x16x4_t upper = vld4q_u8(rows->upper + (size_t)x_px * SR_PIXEL_BYTES);
    uint8x16x4_t lower = vld4q_u8(rows->lower + (size_t)x_px * SR_PIXEL_BYTES);
    int16x8_t sums[CHANNELS];
    for (int i = 0; i < CHANNELS; i++)
        sums[i] = vreinterpretq_s16_u16(vpadalq_u8(vpaddlq_u8(upper.val[i]), lower.val[i]));
    put_luma(rows->y_upper, x_px, &upper, y);
    put_luma(rows->y_lower, x_px, &lower, y);
    put_chroma(rows, x_px, chroma_of(sums, u), chroma_of(sums, v));
}

void sr_convert_rows_neon(const sr_rows *rows, int begin_px) {
    const sr_weights *by = &rows->weights;
    weights y = spread(by->y, by->y_bias), u = spread(by->u, SR_CHROMA_BIAS), v = spread(by->v, SR_CHROMA_BIAS);
    int x = begin_px;
    for (; x + BLOCK_PX <= rows->width_px; x += BLOCK_PX) {
        sr_prefetch_next(rows, x, BLOCK_PX);
        convert_block(rows, x, y, u, v);
    }
    sr_convert_rows_scalar(rows, x);
}
