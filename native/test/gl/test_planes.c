/* Planes that the GPU makes, against the formulas of BT.601 and BT.709 in double, under hostile state too. */
#include "check.h"
#include "gl_context.h"
#include "gl_hostile.h"
#include "sr_context.h"
#include "sr_framebuffer.h"
#include "sr_readback.h"
#include "sr_selection.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_PX = 70, GUARD_BYTES = 4096, MOST_BYTES = MOST_PX * MOST_PX * 4, GUARD = 0xC3, TOLERANCE = 2 };

typedef struct plane {
    int offset_bytes, stride_bytes, step_bytes, width, height, channel; /* 0 luma, 1 Cb, 2 Cr */
} plane;

static sr_gl gl;
static const gl_flavour *flavour;
static unsigned char memory[GUARD_BYTES + MOST_BYTES + GUARD_BYTES];
static unsigned char *const bytes = memory + GUARD_BYTES;
static unsigned char pixels[MOST_BYTES]; /* RGBA, of the whole framebuffer, its lowest row first */
static int stage_width_px, stage_height_px;

static int up(int value, int multiple) {
    return (value + multiple - 1) / multiple * multiple;
}

/* As GstVideoInfo lays them out. */
static int lay_out(const sr_area *area, plane planes[3]) {
    int width = area->picture_width_px, height = area->picture_height_px;
    int stride = up(width, 4), rows = up(height, 2), chroma_stride = up(up(width, 2) / 2, 4);
    int chroma_width = (width + 1) / 2, chroma_height = (height + 1) / 2, luma_bytes = stride * rows;
    planes[0] = (plane){0, stride, 1, width, height, 0};
    if (area->format->id == SR_NV12) {
        planes[1] = (plane){luma_bytes, stride, 2, chroma_width, chroma_height, 1};
        planes[2] = (plane){luma_bytes + 1, stride, 2, chroma_width, chroma_height, 2};
        return luma_bytes + stride * rows / 2;
    }
    int chroma_bytes = chroma_stride * rows / 2;
    planes[1] = (plane){luma_bytes, chroma_stride, 1, chroma_width, chroma_height, 1};
    planes[2] = (plane){luma_bytes + chroma_bytes, chroma_stride, 1, chroma_width, chroma_height, 2};
    return luma_bytes + 2 * chroma_bytes;
}

static void add_colour(const sr_area *area, int x, int y, double rgb[3]) {
    int column = area->x_px + (x < area->width_px ? x : area->width_px - 1);
    int row = area->y_px + (y < area->height_px ? area->height_px - 1 - y : 0);
    for (int i = 0; i < 3; i++)
        rgb[i] += pixels[(row * stage_width_px + column) * 4 + i] / 255.0;
}

static double value_of(const double rgb[3], int channel, sr_colour colour) {
    bool bt709 = colour.matrix == SR_BT709, full = colour.range == SR_FULL_RANGE;
    double kr = bt709 ? 0.2126 : 0.299, kb = bt709 ? 0.0722 : 0.114, span = full ? 255 : 224;
    double luma = kr * rgb[0] + (1 - kr - kb) * rgb[1] + kb * rgb[2];
    if (channel == 0)
        return full ? 255 * luma : 16 + 219 * luma;
    return channel == 1 ? 128 + span * (rgb[2] - luma) / (2 * (1 - kb)) : 128 + span * (rgb[0] - luma) / (2 * (1 - kr));
}

static double expected_at(const sr_area *area, const plane *of, int x, int y, sr_colour colour) {
    double rgb[3] = {0, 0, 0};
    if (of->channel == 0) {
        add_colour(area, x, y, rgb);
        return value_of(rgb, 0, colour);
    }
    for (int i = 0; i < 4; i++)
        add_colour(area, 2 * x + i % 2, 2 * y + i / 2, rgb);
    for (int i = 0; i < 3; i++)
        rgb[i] /= 4;
    return value_of(rgb, of->channel, colour);
}

static int wrong_bytes(const sr_area *area, const plane *of, sr_colour colour) {
    int wrong = 0;
    for (int y = 0; y < of->height; y++) {
        for (int x = 0; x < of->width; x++) {
            int actual = bytes[of->offset_bytes + y * of->stride_bytes + x * of->step_bytes];
            double expected = expected_at(area, of, x, y, colour);
            if (fabs(actual - expected) > (double)TOLERANCE && wrong++ == 0)
                printf("channel %d, column %d, row %d: %d instead of %.2f\n", of->channel, x, y, actual, expected);
        }
    }
    return wrong;
}

static int stray_bytes(int size_bytes) {
    int stray = 0;
    for (int i = 0; i < (int)sizeof memory; i++)
        stray += memory[i] != GUARD && (i < GUARD_BYTES || i >= GUARD_BYTES + size_bytes);
    return stray;
}

static sr_read_status read_planes(const sr_area *area, sr_colour colour) {
    sr_reader reader;
    memset(memory, GUARD, sizeof memory);
    if (!sr_reader_open(&reader, &gl, area, SR_SOURCE_PLANES, colour))
        return SR_READ_FAILED;
    sr_read_status status = sr_reader_read(&reader, sr_selection_bound(&gl), &(sr_destination){.memory = bytes});
    sr_reader_close(&reader);
    return status;
}

static void check_planes(const sr_area *area, sr_colour colour) {
    plane planes[3];
    int size_bytes = lay_out(area, planes);
    gl_hostile_remember();
    CHECK_EQUAL(read_planes(area, colour), SR_READ_OK);
    CHECK_EQUAL(app.glGetError(), 0);
    CHECK_EQUAL(gl_hostile_changes(), 0);
    CHECK_EQUAL(stray_bytes(size_bytes), 0);
    for (int i = 0; i < 3; i++)
        CHECK_EQUAL(wrong_bytes(area, &planes[i], colour), 0);
}

static void check_kinds(sr_area area) {
    for (int format = SR_I420; format <= SR_NV12; format++) {
        area.format = &sr_formats[format];
        for (int kind = 0; kind < 4; kind++)
            check_planes(&area, (sr_colour){(sr_matrix)(kind & 1), (sr_range)(kind >> 1)});
    }
}

static sr_area whole(int larger_px) {
    sr_area area = {0, 0, stage_width_px, stage_height_px, 0, 0, &sr_formats[SR_I420]};
    area.picture_width_px = stage_width_px + larger_px;
    area.picture_height_px = stage_height_px + larger_px;
    return area;
}

/* Noise in blocks, which every kind of framebuffer can be cleared to; pixels of their own along the edges. */
static void draw_noise(int width_px, int height_px) {
    app.glEnable(GL_SCISSOR_TEST);
    for (int i = 0; i < width_px * height_px; i++) {
        float rgb[3];
        for (int channel = 0; channel < 3; channel++)
            rgb[channel] = (float)(rand() % 256) / 255;
        app.glScissor(i % width_px, i / width_px, 1, 1);
        app.glClearColor(rgb[0], rgb[1], rgb[2], 1);
        app.glClear(GL_COLOR_BUFFER_BIT);
    }
    app.glDisable(GL_SCISSOR_TEST);
}

/* What it stores is what the reference is made of. */
static void draw_stage(unsigned int format, int width_px, int height_px) {
    stage_width_px = width_px;
    stage_height_px = height_px;
    gl_create_framebuffer_of(format, width_px, height_px, 0);
    draw_noise(width_px, height_px);
    app.glReadPixels(0, 0, width_px, height_px, GL_RGBA, GL_UNSIGNED_BYTE, pixels);
}

static void should_match_the_formula_when_sizes_are_odd_and_even(void) {
    static const int sizes[][2] = {{1, 1}, {2, 1}, {1, 2},  {2, 2},   {3, 3},  {4, 4},   {5, 7},
                                   {8, 6}, {9, 2}, {17, 9}, {20, 16}, {33, 5}, {63, 31}, {64, 64}};
    for (unsigned int i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
        draw_stage(GL_RGBA8, sizes[i][0], sizes[i][1]);
        for (int larger_px = 0; larger_px < 2; larger_px++) {
            sr_area area = whole(larger_px);
            check_kinds(area);
        }
    }
}

static void should_read_a_part_when_the_area_is_one(void) {
    draw_stage(GL_RGBA8, 30, 20);
    sr_area area = {5, 3, 13, 9, 14, 10, &sr_formats[SR_I420]};
    check_kinds(area);
}

static void should_take_stored_values_when_the_framebuffer_is_srgb(void) {
    draw_stage(0x8C43 /* SRGB8_ALPHA8 */, 21, 11);
    sr_area area = whole(0);
    check_kinds(area);
}

static void should_resolve_first_when_multisampled(void) {
    draw_stage(GL_RGBA8, 21, 11);
    unsigned int single = (unsigned int)gl_get(GL_FRAMEBUFFER_BINDING);
    gl_create_framebuffer(21, 11, 4);
    srand(7);
    draw_noise(21, 11);
    unsigned int multi = (unsigned int)gl_get(GL_FRAMEBUFFER_BINDING);
    app.glBindFramebuffer(GL_FRAMEBUFFER, single);
    srand(7);
    draw_noise(21, 11);
    app.glReadPixels(0, 0, 21, 11, GL_RGBA, GL_UNSIGNED_BYTE, pixels);
    app.glBindFramebuffer(GL_FRAMEBUFFER, multi);
    sr_area area = whole(1);
    check_kinds(area);
}

static unsigned int compile(unsigned int type, const char *version, const char *text) {
    const char *const parts[] = {version, text};
    unsigned int shader = app.glCreateShader(type);
    app.glShaderSource(shader, 2, parts, NULL);
    app.glCompileShader(shader);
    return shader;
}

/* The application's own, with an output that can be captured. */
static unsigned int use_program(void) {
    const char *version = flavour->es ? "#version 300 es\nprecision mediump float;\n" : "#version 150\n";
    const char *const captured = "gl_Position";
    unsigned int program = app.glCreateProgram();
    app.glAttachShader(program, compile(0x8B31, version, "void main() { gl_Position = vec4(0.0); }"));
    app.glAttachShader(program, compile(0x8B30, version, "out vec4 c; void main() { c = vec4(1.0); }"));
    app.glTransformFeedbackVaryings(program, 1, &captured, 0x8C8C /* INTERLEAVED_ATTRIBS */);
    app.glLinkProgram(program);
    app.glUseProgram(program);
    CHECK_EQUAL(gl_get(0x8B8D), program);
    return program;
}

static void should_refuse_when_the_program_in_use_is_deleted(void) {
    draw_stage(GL_RGBA8, 12, 8);
    sr_area area = whole(0);
    unsigned int program = use_program();
    app.glDeleteProgram(program);
    gl_hostile_remember();
    CHECK_EQUAL(read_planes(&area, (sr_colour){SR_BT601, SR_LIMITED_RANGE}), SR_READ_FAILED);
    CHECK_EQUAL(gl_hostile_changes(), 0);
    CHECK_EQUAL(gl_get(0x8B8D), program);
    CHECK_EQUAL(stray_bytes(0), 0);
    CHECK_EQUAL(app.glGetError(), 0);
    app.glUseProgram(0);
}

static void should_draw_nothing_while_a_query_counts_it(void) {
    enum { SAMPLES_PASSED = 0x8914, ANY_SAMPLES_PASSED = 0x8C2F, PRIMITIVES_GENERATED = 0x8C87 };
    unsigned int targets[2] = {flavour->es ? ANY_SAMPLES_PASSED : SAMPLES_PASSED, PRIMITIVES_GENERATED};
    draw_stage(GL_RGBA8, 12, 8);
    sr_area area = whole(0);
    for (int i = 0; i < (flavour->es ? 1 : 2); i++) {
        unsigned int query, drawn = 99;
        app.glGenQueries(1, &query);
        app.glBeginQuery(targets[i], query);
        CHECK_EQUAL(read_planes(&area, (sr_colour){SR_BT601, SR_LIMITED_RANGE}), SR_READ_FAILED);
        app.glEndQuery(targets[i]);
        app.glGetQueryObjectuiv(query, 0x8866 /* QUERY_RESULT */, &drawn);
        CHECK_EQUAL(drawn, 0);
        CHECK_EQUAL(app.glGetError(), 0);
        CHECK_EQUAL(read_planes(&area, (sr_colour){SR_BT601, SR_LIMITED_RANGE}), SR_READ_OK);
        app.glDeleteQueries(1, &query);
    }
}

static void should_keep_the_error_that_the_application_has_yet_to_ask_for(void) {
    draw_stage(GL_RGBA8, 12, 8);
    sr_area area = whole(0);
    app.glEnable(0xFFFF);
    CHECK_EQUAL(read_planes(&area, (sr_colour){SR_BT601, SR_LIMITED_RANGE}), SR_READ_OK);
    CHECK_EQUAL(app.glGetError(), 0x0500);
    CHECK_EQUAL(app.glGetError(), 0);
}

static void should_make_no_source_when_the_driver_cannot(void) {
    gl_create_framebuffer(8, 8, 0);
    int width_px, height_px;
    sr_framebuffer_limits(&gl, &width_px, &height_px);
    sr_area area = {0, 0, 8, height_px, 8, height_px, &sr_formats[SR_I420]}; /* one and a half times as high */
    gl_hostile_remember();
    CHECK_EQUAL(read_planes(&area, (sr_colour){SR_BT601, SR_LIMITED_RANGE}), SR_READ_FAILED);
    CHECK_EQUAL(gl_hostile_changes(), 0);
    CHECK_EQUAL(app.glGetError(), 0);
}

static bool can_pause_feedback(void) {
    return flavour->es || flavour->major >= 4;
}

static void begin_feedback(void) {
    unsigned int buffer;
    app.glGenBuffers(1, &buffer);
    app.glBindBufferBase(0x8C8E /* TRANSFORM_FEEDBACK_BUFFER */, 0, buffer);
    app.glBufferData(0x8C8E, 4096, NULL, 0x88E4);
    app.glBeginTransformFeedback(0 /* POINTS */);
    CHECK_EQUAL(app.glGetError(), 0);
}

/* Last: the state stays hostile. */
static void should_ignore_and_keep_all_state_when_hostile(void) {
    draw_stage(GL_RGBA8, 25, 13);
    unsigned int read = (unsigned int)gl_get(GL_FRAMEBUFFER_BINDING);
    unsigned int other = gl_create_framebuffer(2, 2, 0);
    app.glBindFramebuffer(GL_READ_FRAMEBUFFER, read);
    app.glBindFramebuffer(GL_DRAW_FRAMEBUFFER, other);
    gl_hostile_set();
    use_program();
    if (can_pause_feedback())
        begin_feedback();
    sr_area area = whole(1);
    check_kinds(area);
    if (can_pause_feedback())
        app.glEndTransformFeedback();
    CHECK_EQUAL(app.glGetError(), 0);
}

int main(int argument_count, char **arguments) {
    flavour = gl_open(argument_count, arguments);
    CHECK(sr_context_resolve(&gl));
    RUN(should_make_no_source_when_the_driver_cannot);
    if (flavour->major >= 3) {
        RUN(should_match_the_formula_when_sizes_are_odd_and_even);
        RUN(should_read_a_part_when_the_area_is_one);
        RUN(should_take_stored_values_when_the_framebuffer_is_srgb);
        RUN(should_resolve_first_when_multisampled);
        RUN(should_refuse_when_the_program_in_use_is_deleted);
        RUN(should_draw_nothing_while_a_query_counts_it);
        RUN(should_keep_the_error_that_the_application_has_yet_to_ask_for);
        RUN(should_ignore_and_keep_all_state_when_hostile);
    }
    gl_close();
    return check_report();
}
