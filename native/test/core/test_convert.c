/* The conversion against the formulas of the Recommendations, in memory fenced by pages that nobody may touch. */
#include "check.h"
#include "convert_picture.h"
#include "pages.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_WIDTH_PX = 67, MAX_HEIGHT_PX = 35 };

static const int BIG_PX[][2] = {{641, 479}, {1366, 768}, {1920, 34}, {4097, 3}, {2, 4095}};
enum { BIG_COUNT = sizeof BIG_PX / sizeof BIG_PX[0] };

/* Of the largest picture in this test, and of the frame that it becomes. */
enum { MAX_PICTURE_BYTES = 1366 * 768 * PIXEL_BYTES };

typedef struct fence {
    uint8_t *begin, *end; /* what lies before and behind is a page that may not be touched */
} fence;

static fence source, planes;
static uint8_t *expected;

static fence fence_open(size_t bytes) {
    uint8_t *begin = pages_between_fences(bytes);
    if (begin == NULL)
        exit(2);
    return (fence){begin, begin + pages_rounded(bytes)};
}

static uint8_t *lean(fence within, size_t bytes, bool on_end) {
    return on_end ? within.end - bytes : within.begin;
}

static size_t frame_bytes(const sr_conversion *conversion) {
    return sr_convert_frame_bytes(conversion->width_px, conversion->height_px, conversion->nv12);
}

/* Differs from the scalar result, or leaves a byte as it was. */
static bool differs(const sr_conversion *conversion, sr_convert_level level, const uint8_t *pixels, bool on_end) {
    size_t bytes = frame_bytes(conversion);
    uint8_t *frame = lean(planes, bytes, on_end);
    for (size_t i = 0; i < bytes; i++)
        frame[i] = (uint8_t)~expected[i];
    sr_convert_planes(conversion, level, pixels, frame);
    return memcmp(frame, expected, bytes) != 0;
}

static int count_differing(const sr_conversion *conversion, picture_kind kind, bool on_end) {
    int differing = 0;
    uint8_t *pixels = lean(source, picture_bytes(conversion), on_end);
    picture_paint(conversion, kind, pixels);
    sr_convert_planes(conversion, SR_CONVERT_SCALAR, pixels, expected);
    for (int level = SR_CONVERT_SCALAR; level < SR_CONVERT_LEVELS; level++) {
        if (sr_convert_has_level((sr_convert_level)level))
            differing += differs(conversion, (sr_convert_level)level, pixels, on_end);
    }
    return differing;
}

static int count_differing_at(int width_px, int height_px) {
    int differing = 0;
    for (int kind = 0; kind < CONVERSION_KINDS; kind++) {
        sr_conversion conversion = conversion_kind(kind, width_px, height_px);
        differing += count_differing(&conversion, NOISE, false) + count_differing(&conversion, EXTREMES, true);
    }
    return differing;
}

static void should_write_every_byte_the_same_at_every_level_between_guard_pages(void) {
    for (int height = 1; height <= MAX_HEIGHT_PX; height++) {
        for (int width = 1; width <= MAX_WIDTH_PX; width++)
            CHECK_EQUAL(count_differing_at(width, height), 0);
    }
}

static void should_write_every_byte_the_same_at_every_level_when_the_picture_is_big(void) {
    for (int i = 0; i < BIG_COUNT; i++)
        CHECK_EQUAL(count_differing_at(BIG_PX[i][0], BIG_PX[i][1]), 0);
}

static double worst_luma(const sr_conversion *conversion, const uint8_t *pixels, const samples *seen) {
    double worst = 0;
    for (int y = 0; y < conversion->height_px; y++) {
        for (int x = 0; x < conversion->width_px; x++)
            worst = fmax(worst, fabs(exact_y(conversion, pixels, x, y) - seen->y[y * seen->y_stride_bytes + x]));
    }
    return worst;
}

static double worst_chroma(const sr_conversion *conversion, const uint8_t *pixels, const samples *seen) {
    double worst = 0, u, v;
    for (int y = 0; y < (conversion->height_px + 1) / 2; y++) {
        for (int x = 0; x < (conversion->width_px + 1) / 2; x++) {
            int at = y * seen->chroma_stride_bytes + x * seen->chroma_step_bytes;
            exact_chroma(conversion, pixels, x, y, &u, &v);
            worst = fmax(worst, fmax(fabs(u - seen->u[at]), fabs(v - seen->v[at])));
        }
    }
    return worst;
}

static void check_formula(const sr_conversion *conversion, picture_kind kind) {
    picture_paint(conversion, kind, source.begin);
    sr_convert_planes(conversion, sr_convert_best_level(), source.begin, planes.begin);
    samples seen = frame_samples(conversion, planes.begin);
    CHECK(worst_luma(conversion, source.begin, &seen) <= 0.52);
    CHECK(worst_chroma(conversion, source.begin, &seen) <= 0.52);
}

static void should_be_the_formula_when_rounded(void) {
    static const int sizes_px[][2] = {{1, 1}, {2, 2}, {3, 1}, {1, 3}, {67, 35}, {64, 35}, {67, 34}, {301, 299}};
    for (size_t size = 0; size < sizeof sizes_px / sizeof sizes_px[0]; size++) {
        for (int kind = 0; kind < CONVERSION_KINDS * PICTURE_KINDS; kind++) {
            sr_conversion conversion = conversion_kind(kind % CONVERSION_KINDS, sizes_px[size][0], sizes_px[size][1]);
            check_formula(&conversion, (picture_kind)(kind / CONVERSION_KINDS));
        }
    }
}

/* Black, but for one white pixel of the source. */
static const uint8_t *convert_spot(const sr_conversion *conversion, int x_px, int row) {
    memset(source.begin, 0, picture_bytes(conversion));
    memset(source.begin + (row * conversion->width_px + x_px) * PIXEL_BYTES, 255, 3);
    sr_convert_planes(conversion, sr_convert_best_level(), source.begin, planes.begin);
    return planes.begin;
}

static void should_be_upright_in_all_corners(void) {
    enum { WIDTH = 35, HEIGHT = 5, STRIDE = 36, TOP_ROW = HEIGHT - 1, RIGHT = WIDTH - 1 };
    sr_conversion conversion = conversion_kind(0, WIDTH, HEIGHT);
    CHECK_EQUAL(convert_spot(&conversion, 0, TOP_ROW)[0], 235);
    CHECK_EQUAL(convert_spot(&conversion, RIGHT, TOP_ROW)[RIGHT], 235);
    CHECK_EQUAL(convert_spot(&conversion, 0, 0)[TOP_ROW * STRIDE], 235);
    CHECK_EQUAL(convert_spot(&conversion, RIGHT, 0)[TOP_ROW * STRIDE + RIGHT], 235);
    CHECK_EQUAL(convert_spot(&conversion, RIGHT, 0)[0], 16);
}

static void should_have_no_colour_when_grey(void) {
    for (int kind = 0; kind < CONVERSION_KINDS; kind++) {
        sr_conversion conversion = conversion_kind(kind, 64, 64);
        for (int i = 0; i < 64 * 64; i++)
            memset(source.begin + i * PIXEL_BYTES, i / 8, PIXEL_BYTES);
        sr_convert_planes(&conversion, sr_convert_best_level(), source.begin, planes.begin);
        CHECK_EQUAL(planes.begin[64 * 64], 128);
        CHECK_EQUAL(memcmp(planes.begin + 64 * 64, planes.begin + 64 * 64 + 1, 64 * 64 / 2 - 1), 0);
    }
}

static void should_repeat_the_edge_when_padded(void) {
    sr_conversion conversion = conversion_kind(0, 1, 1);
    const uint8_t pixel[4] = {10, 200, 30, 0};
    const uint8_t frame[] = {126, 126, 126, 126, 126, 126, 126, 126, 70, 70, 70, 70, 67, 67, 67, 67};
    uint8_t seen[sizeof frame];
    CHECK_EQUAL(frame_bytes(&conversion), sizeof frame);
    sr_convert_planes(&conversion, sr_convert_best_level(), pixel, seen);
    for (size_t i = 0; i < sizeof frame; i++)
        CHECK_EQUAL(seen[i], frame[i]);
}

int main(void) {
    source = fence_open(MAX_PICTURE_BYTES);
    planes = fence_open(MAX_PICTURE_BYTES / 2);
    expected = malloc(MAX_PICTURE_BYTES / 2);
    RUN(should_write_every_byte_the_same_at_every_level_between_guard_pages);
    RUN(should_write_every_byte_the_same_at_every_level_when_the_picture_is_big);
    RUN(should_be_the_formula_when_rounded);
    RUN(should_be_upright_in_all_corners);
    RUN(should_have_no_colour_when_grey);
    RUN(should_repeat_the_edge_when_padded);
    free(expected);
    return check_report();
}
