#include "sr_convert_rows.h"

#include <emmintrin.h>

enum { BLOCK_PX = 16, VECTORS = 4, VECTOR_PX = 4 };

/* Every vector holds 4 pixels in lanes of 32 bits. `outer` is byte 0 and byte 2 of each pixel as 16-bit words, `inner`
 * byte 1 and the ignored byte 3: one multiply-add of each gives the weighted sum of a pixel in its lane. */
typedef struct weights {
    __m128i outer, inner, bias;
} weights;

typedef struct words {
    __m128i outer, inner;
} words;

static inline weights spread(const int16_t by_byte[3], int bias) {
    return (weights){_mm_set1_epi32((int)((uint32_t)(uint16_t)by_byte[2] << 16 | (uint16_t)by_byte[0])),
                     _mm_set1_epi32((uint16_t)by_byte[1]), _mm_set1_epi32(bias)};
}

static inline words load(const uint8_t *row, int x_px) {
    __m128i pixels = _mm_loadu_si128((const __m128i *)(row + (size_t)x_px * SR_PIXEL_BYTES));
    return (words){_mm_and_si128(pixels, _mm_set1_epi16(0xff)), _mm_srli_epi16(pixels, 8)};
}

static inline __m128i weigh(words pixels, weights by) {
    __m128i sum = _mm_add_epi32(_mm_madd_epi16(pixels.outer, by.outer), _mm_madd_epi16(pixels.inner, by.inner));
    return _mm_add_epi32(sum, by.bias);
}

static inline words add(words a, words b) {
    return (words){_mm_add_epi16(a.outer, b.outer), _mm_add_epi16(a.inner, b.inner)};
}

/* Lanes 0, 2 or 1, 3 of both. */
static inline __m128i even_lanes(__m128i a, __m128i b) {
    return _mm_castps_si128(_mm_shuffle_ps(_mm_castsi128_ps(a), _mm_castsi128_ps(b), 0x88));
}

static inline __m128i odd_lanes(__m128i a, __m128i b) {
    return _mm_castps_si128(_mm_shuffle_ps(_mm_castsi128_ps(a), _mm_castsi128_ps(b), 0xdd));
}

static inline words add_neighbours(words a, words b) {
    return (words){_mm_add_epi16(even_lanes(a.outer, b.outer), odd_lanes(a.outer, b.outer)),
                   _mm_add_epi16(even_lanes(a.inner, b.inner), odd_lanes(a.inner, b.inner))};
}

static inline void put_luma(uint8_t *row, int x_px, const words pixels[VECTORS], weights y) {
    __m128i luma[VECTORS];
    for (int i = 0; i < VECTORS; i++)
        luma[i] = _mm_srli_epi32(weigh(pixels[i], y), SR_LUMA_SHIFT);
    __m128i left = _mm_packs_epi32(luma[0], luma[1]), right = _mm_packs_epi32(luma[2], luma[3]);
    _mm_storeu_si128((__m128i *)(row + x_px), _mm_packus_epi16(left, right));
}

static inline __m128i chroma(words left, words right, weights by) {
    return _mm_packs_epi32(_mm_srli_epi32(weigh(left, by), SR_CHROMA_SHIFT),
                           _mm_srli_epi32(weigh(right, by), SR_CHROMA_SHIFT));
}

static inline void put_chroma(const sr_rows *rows, int x_px, __m128i u, __m128i v) {
    if (rows->nv12) {
        _mm_storeu_si128((__m128i *)(rows->u + x_px), _mm_or_si128(u, _mm_slli_epi16(v, 8)));
    } else {
        __m128i both = _mm_packus_epi16(u, v);
        _mm_storel_epi64((__m128i *)(rows->u + x_px / 2), both);
        _mm_storel_epi64((__m128i *)(rows->v + x_px / 2), _mm_unpackhi_epi64(both, both));
    }
}

static inline void convert_block(const sr_rows *rows, int x_px, weights y, weights u, weights v) {
    words upper[VECTORS], lower[VECTORS], columns[VECTORS];
    for (int i = 0; i < VECTORS; i++) {
        upper[i] = load(rows->upper, x_px + i * VECTOR_PX);
        lower[i] = load(rows->lower, x_px + i * VECTOR_PX);
        columns[i] = add(upper[i], lower[i]);
    }
    put_luma(rows->y_upper, x_px, upper, y);
    put_luma(rows->y_lower, x_px, lower, y);
    words left = add_neighbours(columns[0], columns[1]), right = add_neighbours(columns[2], columns[3]);
    put_chroma(rows, x_px, chroma(left, right, u), chroma(left, right, v));
}

void sr_convert_rows_sse2(const sr_rows *rows, int begin_px) {
    const sr_weights *by = &rows->weights;
    weights y = spread(by->y, by->y_bias), u = spread(by->u, SR_CHROMA_BIAS), v = spread(by->v, SR_CHROMA_BIAS);
    int x = begin_px;
    for (; x + BLOCK_PX <= rows->width_px; x += BLOCK_PX) {
        sr_prefetch_next(rows, x, BLOCK_PX);
        convert_block(rows, x, y, u, v);
    }
    sr_convert_rows_scalar(rows, x);
}
