#include "sr_convert_rows.h"

#include <immintrin.h>

enum { BLOCK_PX = 32, VECTORS = 4, VECTOR_PX = 8 };

/* As in sr_convert_sse2.c, with twice the lanes. Packing and shuffling work within the halves of a vector; `order` puts
 * what comes out of them into the order of the pixels. */
typedef struct weights {
    __m256i outer, inner, bias;
} weights;

typedef struct words {
    __m256i outer, inner;
} words;

static inline weights spread(const int16_t by_byte[3], int bias) {
    return (weights){_mm256_set1_epi32((int)((uint32_t)(uint16_t)by_byte[2] << 16 | (uint16_t)by_byte[0])),
                     _mm256_set1_epi32((uint16_t)by_byte[1]), _mm256_set1_epi32(bias)};
}

static inline __m256i order(__m256i packed) {
    return _mm256_permutevar8x32_epi32(packed, _mm256_setr_epi32(0, 4, 1, 5, 2, 6, 3, 7));
}

static inline words load(const uint8_t *row, int x_px) {
    __m256i pixels = _mm256_loadu_si256((const __m256i *)(row + (size_t)x_px * SR_PIXEL_BYTES));
    return (words){_mm256_and_si256(pixels, _mm256_set1_epi16(0xff)), _mm256_srli_epi16(pixels, 8)};
}

static inline __m256i weigh(words pixels, weights by) {
    __m256i sum =
        _mm256_add_epi32(_mm256_madd_epi16(pixels.outer, by.outer), _mm256_madd_epi16(pixels.inner, by.inner));
    return _mm256_add_epi32(sum, by.bias);
}

static inline words add(words a, words b) {
    return (words){_mm256_add_epi16(a.outer, b.outer), _mm256_add_epi16(a.inner, b.inner)};
}

/* Lanes 0, 2 or 1, 3 of both, in each half. */
static inline __m256i even_lanes(__m256i a, __m256i b) {
    return _mm256_castps_si256(_mm256_shuffle_ps(_mm256_castsi256_ps(a), _mm256_castsi256_ps(b), 0x88));
}

static inline __m256i odd_lanes(__m256i a, __m256i b) {
    return _mm256_castps_si256(_mm256_shuffle_ps(_mm256_castsi256_ps(a), _mm256_castsi256_ps(b), 0xdd));
}

static inline words add_neighbours(words a, words b) {
    return (words){_mm256_add_epi16(even_lanes(a.outer, b.outer), odd_lanes(a.outer, b.outer)),
                   _mm256_add_epi16(even_lanes(a.inner, b.inner), odd_lanes(a.inner, b.inner))};
}

static inline void put_luma(uint8_t *row, int x_px, const words pixels[VECTORS], weights y) {
    __m256i luma[VECTORS];
    for (int i = 0; i < VECTORS; i++)
        luma[i] = _mm256_srli_epi32(weigh(pixels[i], y), SR_LUMA_SHIFT);
    __m256i left = _mm256_packs_epi32(luma[0], luma[1]), right = _mm256_packs_epi32(luma[2], luma[3]);
    _mm256_storeu_si256((__m256i *)(row + x_px), order(_mm256_packus_epi16(left, right)));
}

static inline __m256i chroma(words left, words right, weights by) {
    return order(_mm256_packs_epi32(_mm256_srli_epi32(weigh(left, by), SR_CHROMA_SHIFT),
                                    _mm256_srli_epi32(weigh(right, by), SR_CHROMA_SHIFT)));
}

static inline void put_chroma(const sr_rows *rows, int x_px, __m256i u, __m256i v) {
    if (rows->nv12) {
        _mm256_storeu_si256((__m256i *)(rows->u + x_px), _mm256_or_si256(u, _mm256_slli_epi16(v, 8)));
    } else {
        __m256i both = _mm256_permute4x64_epi64(_mm256_packus_epi16(u, v), 0xd8);
        _mm_storeu_si128((__m128i *)(rows->u + x_px / 2), _mm256_castsi256_si128(both));
        _mm_storeu_si128((__m128i *)(rows->v + x_px / 2), _mm256_extracti128_si256(both, 1));
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

void sr_convert_rows_avx2(const sr_rows *rows, int begin_px) {
    const sr_weights *by = &rows->weights;
    weights y = spread(by->y, by->y_bias), u = spread(by->u, SR_CHROMA_BIAS), v = spread(by->v, SR_CHROMA_BIAS);
    int x = begin_px;
    for (; x + BLOCK_PX <= rows->width_px; x += BLOCK_PX) {
        sr_prefetch_next(rows, x, BLOCK_PX);
        convert_block(rows, x, y, u, v);
    }
    sr_convert_rows_sse2(rows, x);
}
