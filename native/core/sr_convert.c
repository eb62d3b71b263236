#include "sr_convert.h"
#include "sr_convert_rows.h"
#include "sr_processor.h"

/* Where the parts of a frame lie, by the rules of GStreamer's gst_video_info_set_format. */
typedef struct frame_layout {
    size_t y_stride_bytes, chroma_stride_bytes;
    size_t u_offset_bytes, v_offset_bytes, frame_bytes;
} frame_layout;

static size_t round_up(size_t value, size_t multiple) {
    return (value + multiple - 1) / multiple * multiple;
}

static frame_layout lay_out(int width_px, int height_px, bool nv12) {
    size_t even_width = round_up((size_t)width_px, 2), even_height = round_up((size_t)height_px, 2);
    size_t y_stride_bytes = round_up((size_t)width_px, 4), y_bytes = y_stride_bytes * even_height;
    size_t chroma_stride_bytes = round_up(nv12 ? even_width : even_width / 2, 4);
    size_t chroma_bytes = chroma_stride_bytes * (even_height / 2);
    return (frame_layout){y_stride_bytes, chroma_stride_bytes, .u_offset_bytes = y_bytes,
                          .v_offset_bytes = nv12 ? y_bytes + 1 : y_bytes + chroma_bytes,
                          .frame_bytes = y_bytes + (nv12 ? 1 : 2) * chroma_bytes};
}

size_t sr_convert_frame_bytes(int width_px, int height_px, bool nv12) {
    return lay_out(width_px, height_px, nv12).frame_bytes;
}

/* Rec. ITU-R BT.601-7, 2.5, and BT.709-6, 3: of R', G', B' from 0 to 1, quantized to 8 bits,
 *   Y' = Kr R' + Kg G' + Kb B',  luma = 219 Y' + 16
 *   Cb = 112 (B' - Y') / (1 - Kb) + 128,  Cr = 112 (R' - Y') / (1 - Kr) + 128
 * with Kr, Kg, Kb = 0.299, 0.587, 0.114 or 0.2126, 0.7152, 0.0722; and in full range, Rec. ITU-T T.871, 7, the same
 * with 255, 0 and 127.5 in place of 219, 16 and 112. Here of 0 to 255, in 1/32768, and rounded such that the weights of
 * chroma sum to 0: grey stays grey. In full range chroma's largest weight is one less than a half, so that 255.5, which
 * the Recommendation cuts off, does not become 256.
 */
enum { LIMITED_BIAS = (16 << SR_LUMA_SHIFT) + SR_LUMA_HALF, FULL_BIAS = SR_LUMA_HALF };
static const sr_weights all_weights[][2] = {
    [SR_BT601] =
        {[SR_LIMITED_RANGE] = {{8414, 16519, 3208}, {-4857, -9535, 14392}, {14392, -12052, -2340}, LIMITED_BIAS},
         [SR_FULL_RANGE] = {{9798, 19235, 3735}, {-5529, -10854, 16383}, {16383, -13719, -2664}, FULL_BIAS}},
    [SR_BT709] =
        {[SR_LIMITED_RANGE] = {{5983, 20127, 2032}, {-3298, -11094, 14392}, {14392, -13072, -1320}, LIMITED_BIAS},
         [SR_FULL_RANGE] = {{6966, 23436, 2366}, {-3754, -12629, 16383}, {16383, -14881, -1502}, FULL_BIAS}},
};

static void swap_ends(int16_t weights[3]) {
    int16_t first = weights[0];
    weights[0] = weights[2];
    weights[2] = first;
}

static sr_weights weights_of(const sr_conversion *conversion) {
    sr_weights weights = all_weights[conversion->colour.matrix][conversion->colour.range];
    if (!conversion->rgba_order) {
        swap_ends(weights.y);
        swap_ends(weights.u);
        swap_ends(weights.v);
    }
    return weights;
}

#if defined(__x86_64__)
static const sr_rows_kernel kernels[] = {
    [SR_CONVERT_SCALAR] = sr_convert_rows_scalar,
    [SR_CONVERT_SSE2] = sr_convert_rows_sse2,
    [SR_CONVERT_AVX2] = sr_convert_rows_avx2,
};

sr_convert_level sr_convert_best_level(void) {
    return sr_processor_has_avx2() ? SR_CONVERT_AVX2 : SR_CONVERT_SSE2;
}
#elif defined(__aarch64__)
static const sr_rows_kernel kernels[] = {
    [SR_CONVERT_SCALAR] = sr_convert_rows_scalar,
    [SR_CONVERT_NEON] = sr_convert_rows_neon,
};

/* Every processor of this architecture has NEON. */
sr_convert_level sr_convert_best_level(void) {
    return SR_CONVERT_NEON;
}
#else
static const sr_rows_kernel kernels[] = {[SR_CONVERT_SCALAR] = sr_convert_rows_scalar};

sr_convert_level sr_convert_best_level(void) {
    return SR_CONVERT_SCALAR;
}
#endif

bool sr_convert_has_level(sr_convert_level level) {
    return level <= sr_convert_best_level() && kernels[level] != NULL;
}

static void repeat_edge(uint8_t *row, size_t used_bytes, size_t stride_bytes, size_t sample_bytes) {
    for (size_t i = used_bytes; i < stride_bytes; i++)
        row[i] = row[i - sample_bytes];
}

static void repeat_edges(const sr_rows *rows, const frame_layout *layout) {
    size_t even_width = round_up((size_t)rows->width_px, 2);
    repeat_edge(rows->y_upper, even_width, layout->y_stride_bytes, 1);
    repeat_edge(rows->y_lower, even_width, layout->y_stride_bytes, 1);
    if (rows->nv12) {
        repeat_edge(rows->u, even_width, layout->chroma_stride_bytes, 2);
    } else {
        repeat_edge(rows->u, even_width / 2, layout->chroma_stride_bytes, 1);
        repeat_edge(rows->v, even_width / 2, layout->chroma_stride_bytes, 1);
    }
}

/* The rows `y_px` and `y_px` + 1 from the top. */
static void aim(sr_rows *rows, const sr_conversion *conversion, const frame_layout *layout, int y_px,
                const uint8_t *pixels, uint8_t *planes) {
    size_t row_bytes = (size_t)conversion->width_px * SR_PIXEL_BYTES;
    int from_bottom_px = conversion->height_px - 1 - y_px;
    rows->upper = pixels + row_bytes * (size_t)from_bottom_px;
    rows->lower = from_bottom_px > 0 ? rows->upper - row_bytes : rows->upper;
    rows->next = from_bottom_px > 3 ? rows->lower - 2 * row_bytes : pixels;
    rows->y_upper = planes + layout->y_stride_bytes * (size_t)y_px;
    rows->y_lower = rows->y_upper + layout->y_stride_bytes;
    planes += layout->chroma_stride_bytes * (size_t)(y_px / 2);
    rows->u = planes + layout->u_offset_bytes;
    rows->v = planes + layout->v_offset_bytes;
}

void sr_convert_planes(const sr_conversion *conversion, sr_convert_level level, const void *pixels, void *planes) {
    frame_layout layout = lay_out(conversion->width_px, conversion->height_px, conversion->nv12);
    sr_rows rows = {.weights = weights_of(conversion), .width_px = conversion->width_px, .nv12 = conversion->nv12};
    for (int y = 0; y < conversion->height_px; y += 2) {
        aim(&rows, conversion, &layout, y, pixels, planes);
        kernels[level](&rows, 0);
        repeat_edges(&rows, &layout);
    }
}
