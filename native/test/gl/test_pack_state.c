/* Readback under pack state that an application may have left behind: it changes nothing in the picture, and the
 * application finds it again. */
#include "check.h"
#include "gl_context.h"
#include "gl_picture.h"
#include "sr_context.h"

#include <string.h>

enum {
    GL_MAP_READ_BIT = 1,
    GL_PIXEL_PACK_BUFFER = 0x88EB,
    GL_PIXEL_PACK_BUFFER_BINDING = 0x88ED,
    GL_STREAM_READ = 0x88E1,
    BUFFER_BYTES = 16384,
    FILL = 0x5A,
};

/* Which GL has a parameter; an extension's is tested where the driver knows it. */
typedef enum owner { ALL, GLES_3, DESKTOP, EXTENSION } owner;

typedef struct parameter {
    const char *name;
    unsigned int value;
    int usual, hostile;
    owner owner;
} parameter;

static const parameter parameters[] = {
    {"PACK_ALIGNMENT", 0x0D05, 4, 8, ALL},         {"PACK_ALIGNMENT", 0x0D05, 4, 1, ALL},
    {"PACK_ROW_LENGTH", 0x0D02, 0, 29, GLES_3},    {"PACK_ROW_LENGTH", 0x0D02, 0, 5, GLES_3},
    {"PACK_SKIP_ROWS", 0x0D03, 0, 3, GLES_3},      {"PACK_SKIP_PIXELS", 0x0D04, 0, 2, GLES_3},
    {"PACK_SWAP_BYTES", 0x0D00, 0, 1, DESKTOP},    {"PACK_LSB_FIRST", 0x0D01, 0, 1, DESKTOP},
    {"PACK_SKIP_IMAGES", 0x806B, 0, 2, DESKTOP},   {"PACK_IMAGE_HEIGHT", 0x806C, 0, 3, DESKTOP},
    {"PACK_INVERT_MESA", 0x8758, 0, 1, EXTENSION},
};
enum { PARAMETER_COUNT = sizeof parameters / sizeof parameters[0] };

static sr_gl gl;
static int stage;
static const gl_flavour *flavour;

static bool driver_knows(unsigned int name) {
    gl_get(name);
    return app.glGetError() == 0;
}

static bool is_known(const parameter *each) {
    switch (each->owner) {
    case ALL:
        return true;
    case GLES_3:
        return !flavour->es || flavour->major >= 3;
    case DESKTOP:
        return !flavour->es;
    default:
        return driver_knows(each->value);
    }
}

static void check_reads_with_repeated_edges(void) {
    sr_area area = picture_whole(SR_BGRX);
    for (int larger_px = 0; larger_px < 2; larger_px++) {
        area.picture_width_px += larger_px;
        area.picture_height_px += larger_px;
        CHECK_EQUAL(picture_read(&gl, stage, &area), SR_READ_OK);
        CHECK_EQUAL(picture_wrong_pixels(&area), 0);
        CHECK_EQUAL(picture_stray_bytes(picture_bytes(&area)), 0);
        CHECK_EQUAL(app.glGetError(), 0);
    }
}

static void check_still_hostile(const parameter *each) {
    CHECK_EQUAL(gl_get(each->value), each->hostile);
}

static void should_ignore_and_keep_each_parameter_when_hostile(void) {
    for (const parameter *each = parameters; each < parameters + PARAMETER_COUNT; each++) {
        if (!is_known(each))
            continue;
        printf("  %s = %d\n", each->name, each->hostile);
        app.glPixelStorei(each->value, each->hostile);
        check_reads_with_repeated_edges();
        check_still_hostile(each);
        app.glPixelStorei(each->value, each->usual);
    }
}

/* The value that is in force when all have been set in turn. */
static bool is_last_of_its_name(const parameter *each) {
    return each + 1 == parameters + PARAMETER_COUNT || each[1].value != each->value;
}

static void set_all(bool hostile) {
    for (const parameter *each = parameters; each < parameters + PARAMETER_COUNT; each++) {
        if (is_known(each))
            app.glPixelStorei(each->value, hostile ? each->hostile : each->usual);
    }
}

static void should_ignore_and_keep_all_parameters_when_all_are_hostile(void) {
    set_all(true);
    check_reads_with_repeated_edges();
    for (const parameter *each = parameters; each < parameters + PARAMETER_COUNT; each++) {
        if (is_known(each) && is_last_of_its_name(each))
            check_still_hostile(each);
    }
    set_all(false);
}

static unsigned int bind_filled_pack_buffer(void) {
    unsigned char fill[BUFFER_BYTES];
    unsigned int buffer;
    memset(fill, FILL, sizeof fill);
    app.glGenBuffers(1, &buffer);
    app.glBindBuffer(GL_PIXEL_PACK_BUFFER, buffer);
    app.glBufferData(GL_PIXEL_PACK_BUFFER, sizeof fill, fill, GL_STREAM_READ);
    return buffer;
}

static int changed_bytes_of_pack_buffer(void) {
    const unsigned char *bytes = app.glMapBufferRange(GL_PIXEL_PACK_BUFFER, 0, BUFFER_BYTES, GL_MAP_READ_BIT);
    int changed = 0;
    for (int i = 0; i < BUFFER_BYTES; i++)
        changed += bytes[i] != FILL;
    app.glUnmapBuffer(GL_PIXEL_PACK_BUFFER);
    return changed;
}

static void should_read_into_memory_when_a_pack_buffer_is_bound(void) {
    unsigned int buffer = bind_filled_pack_buffer();
    check_reads_with_repeated_edges();
    set_all(true);
    check_reads_with_repeated_edges();
    set_all(false);
    CHECK_EQUAL(gl_get(GL_PIXEL_PACK_BUFFER_BINDING), buffer);
    CHECK_EQUAL(changed_bytes_of_pack_buffer(), 0);
    app.glBindBuffer(GL_PIXEL_PACK_BUFFER, 0);
}

int main(int argument_count, char **arguments) {
    flavour = gl_open(argument_count, arguments);
    CHECK(sr_context_resolve(&gl));
    stage = (int)gl_create_framebuffer(PICTURE_WIDTH_PX, PICTURE_HEIGHT_PX, 0);
    picture_draw();
    RUN(should_ignore_and_keep_each_parameter_when_hostile);
    RUN(should_ignore_and_keep_all_parameters_when_all_are_hostile);
    if (flavour->major >= 3)
        RUN(should_read_into_memory_when_a_pack_buffer_is_bound);
    gl_close();
    return check_report();
}
