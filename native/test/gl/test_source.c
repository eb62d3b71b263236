/* What the GPU makes of the framebuffer before it is read: every colour format, resolved and flipped, under state that
 * an application may have left behind. */
#include "check.h"
#include "gl_context.h"
#include "gl_hostile.h"
#include "gl_picture.h"
#include "sr_context.h"
#include "sr_framebuffer.h"

#include <math.h>
#include <stdlib.h>

/* GLES reads COPIED ones from a copy alone. */
enum { DESKTOP_ONLY = 1, COPIED = 2, SRGB = 4, SIGNED = 8 };

typedef struct format {
    const char *name;
    unsigned int internal_format;
    int channels, flags, alpha_step; /* of alpha, in 1/255 */
} format;

static const format formats[] = {
    {"RGBA8", 0x8058, 4, 0, 1},
    {"RGB8", 0x8051, 3, 0, 1},
    {"SRGB8_ALPHA8", 0x8C43, 4, SRGB, 1},
    {"RGB10_A2", 0x8059, 4, 0, 85},
    {"RGBA16F", 0x881A, 4, COPIED, 1},
    {"RGBA32F", 0x8814, 4, COPIED, 1},
    {"R8", 0x8229, 1, 0, 1},
    {"RGBA16", 0x805B, 4, DESKTOP_ONLY, 1},
    {"RGBA8_SNORM", 0x8F97, 4, COPIED | SIGNED, 2},
    {"RGBA16_SNORM", 0x8F9B, 4, COPIED | SIGNED, 1},
    {"R8_SNORM", 0x8F94, 1, COPIED | SIGNED, 1},
};
enum { FORMATS = sizeof formats / sizeof formats[0] };

static sr_gl gl;
static const gl_flavour *flavour;
static const format *drawn;

static int encoded(int value) {
    double linear = value / 255.0;
    double stored = linear <= 0.0031308 ? 12.92 * linear : 1.055 * pow(linear, 1 / 2.4) - 0.055;
    return (int)lround(stored * 255);
}

/* GLES encodes what is drawn into an sRGB buffer; desktop GL does so when it is told. */
static int stored(int value) {
    return flavour->es && (drawn->flags & SRGB) != 0 ? encoded(value) : value;
}

static bool is_near(int actual, int expected, int tolerance) {
    return abs(actual - expected) <= tolerance;
}

static bool is_right(const unsigned char *pixel, picture_colour expected, const sr_format *read_as) {
    int red = read_as->id == SR_BGRX ? 2 : 0;
    int tolerance = (drawn->flags & SIGNED) != 0 || (flavour->es && (drawn->flags & SRGB) != 0);
    int alpha = drawn->channels < 4 ? 255 : expected.alpha;
    return is_near(pixel[red], stored(expected.red), tolerance) &&
           is_near(pixel[1], drawn->channels < 3 ? 0 : stored(expected.green), tolerance) &&
           is_near(pixel[2 - red], drawn->channels < 3 ? 0 : stored(expected.blue), tolerance) &&
           is_near(pixel[3], alpha, drawn->alpha_step / 2 + (drawn->alpha_step > 1));
}

static int clamp(int value, int most) {
    return value < 0 ? 0 : value > most ? most : value;
}

static picture_colour expected_at(const sr_area *area, bool upright, int column, int row) {
    int from_top = upright ? row : area->picture_height_px - 1 - row;
    int y = clamp(area->height_px - 1 - from_top, area->height_px - 1);
    return picture_colour_at(area->x_px + clamp(column, area->width_px - 1), area->y_px + y);
}

static int wrong_pixels(const sr_area *area, bool upright) {
    int wrong = 0;
    for (int row = 0; row < area->picture_height_px; row++) {
        for (int column = 0; column < area->picture_width_px; column++) {
            const unsigned char *pixel = picture_pixel(area, column, row);
            bool right = is_right(pixel, expected_at(area, upright, column, row), area->format);
            if (!right && wrong++ == 0)
                printf("column %d, row %d: %d %d %d %d\n", column, row, pixel[0], pixel[1], pixel[2], pixel[3]);
        }
    }
    return wrong;
}

static void check_kind(sr_source_kind kind, sr_area area) {
    bool upright = kind == SR_SOURCE_FLIPPED;
    gl_hostile_remember();
    CHECK_EQUAL(picture_read_as(&gl, &area, kind), SR_READ_OK);
    CHECK_EQUAL(app.glGetError(), 0);
    CHECK_EQUAL(gl_hostile_changes(), 0);
    CHECK_EQUAL(wrong_pixels(&area, upright), 0);
    CHECK_EQUAL(picture_stray_bytes(picture_bytes(&area)), 0);
}

/* The whole, a part that is off the corner, and both in pictures that are larger. */
static void check_areas(sr_source_kind kind) {
    for (int larger_px = 0; larger_px < 2; larger_px++) {
        sr_area whole = picture_whole(flavour->es ? SR_RGBX : SR_BGRX);
        sr_area part = {3, 2, 7, 4, 7, 4, &sr_formats[SR_RGBX]};
        whole.picture_width_px += larger_px;
        whole.picture_height_px += larger_px;
        part.picture_width_px += larger_px;
        part.picture_height_px += larger_px;
        check_kind(kind, whole);
        check_kind(kind, part);
    }
}

static bool is_complete(void) {
    sr_framebuffer info;
    sr_framebuffer_inspect(&gl, &info);
    return info.complete;
}

static bool draw(const format *which, int samples) {
    if (flavour->es && (which->flags & DESKTOP_ONLY) != 0)
        return false;
    drawn = which;
    gl_create_framebuffer_of(which->internal_format, PICTURE_WIDTH_PX, PICTURE_HEIGHT_PX, samples);
    if (app.glGetError() != 0 || !is_complete())
        return false; /* an extension that this driver lacks */
    picture_draw();
    return true;
}

static bool is_readable(const format *which) {
    return !flavour->es || (which->flags & COPIED) == 0;
}

static void should_read_every_format_when_single_sampled(void) {
    int count = 0;
    for (int i = 0; i < FORMATS; i++) {
        if (!draw(&formats[i], 0))
            continue;
        printf("  %s\n", formats[i].name);
        count++;
        if (is_readable(&formats[i]))
            check_areas(SR_SOURCE_BOTTOM_UP);
        check_areas(SR_SOURCE_RESOLVED);
        check_areas(SR_SOURCE_FLIPPED);
    }
    CHECK(count >= 5);
}

static void should_resolve_every_format_when_multisampled(void) {
    int count = 0;
    for (int i = 0; i < FORMATS; i++) {
        if (!draw(&formats[i], 4))
            continue;
        printf("  %s\n", formats[i].name);
        count++;
        check_areas(SR_SOURCE_RESOLVED);
        check_areas(SR_SOURCE_FLIPPED);
    }
    CHECK(count >= 4);
}

static void should_resolve_when_the_samples_are_a_textures(void) {
    unsigned int texture, framebuffer;
    drawn = &formats[0];
    app.glGenTextures(1, &texture);
    app.glBindTexture(0x9100 /* TEXTURE_2D_MULTISAMPLE */, texture);
    app.glTexImage2DMultisample(0x9100, 4, GL_RGBA8, PICTURE_WIDTH_PX, PICTURE_HEIGHT_PX, 1);
    app.glGenFramebuffers(1, &framebuffer);
    app.glBindFramebuffer(GL_FRAMEBUFFER, framebuffer);
    app.glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, 0x9100, texture, 0);
    picture_draw();
    sr_framebuffer info;
    sr_framebuffer_inspect(&gl, &info);
    CHECK(info.samples >= 4);
    check_areas(SR_SOURCE_RESOLVED);
    check_areas(SR_SOURCE_FLIPPED);
}

static void should_flip_the_surface_when_its_own_framebuffer_is_bound(void) {
    drawn = &formats[0];
    gl_make_current(gl_first_context(), gl_create_pbuffer(PICTURE_WIDTH_PX, PICTURE_HEIGHT_PX));
    app.glBindFramebuffer(GL_FRAMEBUFFER, 0);
    picture_draw();
    check_areas(SR_SOURCE_FLIPPED);
    gl_make_current(gl_first_context(), NULL);
}

/* A float buffer holds more than a picture can. */
static void should_clamp_when_values_are_out_of_range(void) {
    const float colour[4] = {1.75f, -0.5f, 0.5f, 3};
    const sr_source_kind kinds[] = {SR_SOURCE_BOTTOM_UP, SR_SOURCE_RESOLVED, SR_SOURCE_FLIPPED};
    sr_area area = picture_whole(SR_RGBX);
    if (!draw(&formats[4], 0))
        return;
    app.glClearBufferfv(0x1800 /* COLOR */, 0, colour);
    for (int i = is_readable(&formats[4]) ? 0 : 1; i < 3; i++) {
        CHECK_EQUAL(picture_read_as(&gl, &area, kinds[i]), SR_READ_OK);
        const unsigned char *pixel = picture_pixel(&area, 2, 3);
        CHECK_EQUAL(pixel[0], 255);
        CHECK_EQUAL(pixel[1], 0);
        CHECK(is_near(pixel[2], 128, 1));
        CHECK_EQUAL(pixel[3], 255);
    }
}

static void should_tell_what_the_values_are(void) {
    sr_framebuffer info;
    gl_create_framebuffer_of(0x8D7C /* RGBA8UI */, PICTURE_WIDTH_PX, PICTURE_HEIGHT_PX, 0);
    sr_framebuffer_inspect(&gl, &info);
    CHECK_EQUAL(info.values, SR_VALUES_INTEGER);
    gl_create_framebuffer(PICTURE_WIDTH_PX, PICTURE_HEIGHT_PX, 0);
    sr_framebuffer_inspect(&gl, &info);
    CHECK_EQUAL(info.values, SR_VALUES_NORMALIZED);
    if (draw(&formats[4], 0)) {
        sr_framebuffer_inspect(&gl, &info);
        CHECK_EQUAL(info.values, SR_VALUES_FLOAT);
    }
    if (draw(&formats[8], 0)) {
        sr_framebuffer_inspect(&gl, &info);
        CHECK_EQUAL(info.values, SR_VALUES_SIGNED);
    }
}

static void should_make_no_source_when_the_values_are_integers(void) {
    sr_area area = picture_whole(SR_RGBX);
    gl_create_framebuffer_of(0x8D7C /* RGBA8UI */, PICTURE_WIDTH_PX, PICTURE_HEIGHT_PX, 0);
    gl_hostile_remember();
    CHECK_EQUAL(picture_read_as(&gl, &area, SR_SOURCE_RESOLVED), SR_READ_FAILED);
    CHECK_EQUAL(gl_hostile_changes(), 0);
    CHECK_EQUAL(app.glGetError(), 0);
}

static void should_make_no_source_when_it_is_larger_than_the_driver_allows(void) {
    int width_px, height_px;
    sr_framebuffer_limits(&gl, &width_px, &height_px);
    sr_area area = {0, 0, width_px + 1, 1, width_px + 1, 1, &sr_formats[SR_RGBX]};
    gl_create_framebuffer(PICTURE_WIDTH_PX, PICTURE_HEIGHT_PX, 0);
    CHECK_EQUAL(picture_read_as(&gl, &area, SR_SOURCE_FLIPPED), SR_READ_FAILED);
    CHECK_EQUAL(app.glGetError(), 0);
}

static void should_make_no_source_when_there_are_no_blits(void) {
    sr_area area = picture_whole(SR_RGBX);
    gl_create_framebuffer(PICTURE_WIDTH_PX, PICTURE_HEIGHT_PX, 0);
    CHECK_EQUAL(picture_read_as(&gl, &area, SR_SOURCE_RESOLVED), SR_READ_FAILED);
    CHECK_EQUAL(picture_read_as(&gl, &area, SR_SOURCE_FLIPPED), SR_READ_FAILED);
    CHECK_EQUAL(app.glGetError(), 0);
}

/* Last: the state stays hostile. Another framebuffer is drawn to, which must not be touched. */
static void should_ignore_and_keep_all_state_when_hostile(void) {
    unsigned int read[2], other;
    for (int i = 0; i < 2; i++) {
        draw(&formats[0], i * 4);
        read[i] = (unsigned int)gl_get(GL_READ_FRAMEBUFFER_BINDING);
    }
    other = gl_create_framebuffer(2, 2, 0);
    gl_hostile_set();
    for (int i = 0; i < 2; i++) {
        app.glBindFramebuffer(GL_READ_FRAMEBUFFER, read[i]);
        app.glBindFramebuffer(GL_DRAW_FRAMEBUFFER, other);
        if (i == 0)
            check_areas(SR_SOURCE_BOTTOM_UP);
        check_areas(SR_SOURCE_RESOLVED);
        check_areas(SR_SOURCE_FLIPPED);
    }
    CHECK_EQUAL(app.glGetError(), 0);
}

int main(int argument_count, char **arguments) {
    flavour = gl_open(argument_count, arguments);
    CHECK(sr_context_resolve(&gl));
    if (!gl.read_framebuffer) {
        RUN(should_make_no_source_when_there_are_no_blits);
        gl_close();
        return check_report();
    }
    RUN(should_read_every_format_when_single_sampled);
    RUN(should_resolve_every_format_when_multisampled);
    if (!flavour->es)
        RUN(should_resolve_when_the_samples_are_a_textures);
    RUN(should_flip_the_surface_when_its_own_framebuffer_is_bound);
    RUN(should_clamp_when_values_are_out_of_range);
    RUN(should_tell_what_the_values_are);
    RUN(should_make_no_source_when_the_values_are_integers);
    RUN(should_make_no_source_when_it_is_larger_than_the_driver_allows);
    RUN(should_ignore_and_keep_all_state_when_hostile);
    gl_close();
    return check_report();
}
