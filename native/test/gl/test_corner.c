/* Copies of the framebuffer that GL discards inside conditional rendering, or cuts short because an attachment has
 * become smaller. No such read passes, and every other one does: in every format, with several samples and with one. */
#include "check.h"
#include "gl_context.h"
#include "gl_hostile.h"
#include "gl_picture.h"
#include "sr_context.h"
#include "sr_framebuffer.h"
#include "sr_selection.h"
#include "sr_slab.h"
#include "sr_transfer.h"

#include <string.h>

enum { QUERY_WAIT = 0x8E13, QUERY_WAIT_INVERTED = 0x8E17 };
static const int64_t PATIENCE_NS = 5000000000;

static const struct {
    const char *name;
    unsigned int internal_format;
} formats[] = {
    {"RGBA8", 0x8058},        {"RGB8", 0x8051},           {"SRGB8_ALPHA8", 0x8C43}, {"RGB10_A2", 0x8059},
    {"RGBA16F", 0x881A},      {"RGBA32F", 0x8814},        {"RGBA16", 0x805B},       {"RGB565", 0x8D62},
    {"RGB5_A1", 0x8057},      {"RGBA4", 0x8056},          {"RG8", 0x822B},          {"R8", 0x8229},
    {"RGBA8_SNORM", 0x8F97},  {"R11F_G11F_B10F", 0x8C3A}, {"R8_SNORM", 0x8F94},     {"RG8_SNORM", 0x8F95},
    {"RGBA16_SNORM", 0x8F9B},
};
enum { FORMATS = sizeof formats / sizeof formats[0] };

static sr_gl gl;
static const gl_flavour *flavour;
static sr_strategy strategy;
static sr_pool *pool;
static sr_slab *slab;
static sr_transfer *transfer;
static unsigned int stage, renderbuffer, query;

/* What is drawn into at the moment; the attachment keeps its name. */
static struct {
    unsigned int internal_format;
    int samples;
} drawn;

static void open_transfer(void) {
    sr_area area = picture_whole(SR_RGBX);
    size_t size_bytes = picture_bytes(&area) + SR_BEHIND_BYTES;
    pool = sr_pool_create();
    slab = sr_strategy_uses_driver_memory(strategy) ? sr_slab_create_for_driver(pool, 1, size_bytes)
                                                    : sr_slab_create(pool, 1, size_bytes);
    transfer = sr_transfer_open(&gl, strategy, sr_slab_slots(slab), size_bytes);
    CHECK(transfer != NULL);
}

static void close_transfer(void) {
    sr_transfer_close(transfer);
    sr_slab_retire(slab);
    sr_pool_retire(pool);
}

static void resize_stage(int width_px, int height_px) {
    app.glBindRenderbuffer(GL_RENDERBUFFER, renderbuffer);
    if (drawn.samples > 0)
        app.glRenderbufferStorageMultisample(GL_RENDERBUFFER, drawn.samples, drawn.internal_format, width_px,
                                             height_px);
    else
        app.glRenderbufferStorage(GL_RENDERBUFFER, drawn.internal_format, width_px, height_px);
    app.glBindRenderbuffer(GL_RENDERBUFFER, 0);
}

static bool make_stage(unsigned int internal_format, int samples) {
    sr_framebuffer info;
    int name = 0;
    drawn.internal_format = internal_format;
    drawn.samples = samples;
    stage = gl_create_framebuffer_of(internal_format, PICTURE_WIDTH_PX, PICTURE_HEIGHT_PX, samples);
    if (app.glGetError() != 0)
        return false; /* this driver lacks it */
    app.glGetFramebufferAttachmentParameteriv(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0,
                                              GL_FRAMEBUFFER_ATTACHMENT_OBJECT_NAME, &name);
    renderbuffer = (unsigned int)name;
    sr_framebuffer_inspect(&gl, &info);
    return info.complete;
}

static bool is_whole(const sr_reader *reader) {
    gl_hostile_remember();
    sr_read_status status = sr_transfer_begin(transfer, reader, (int)stage, true);
    CHECK_EQUAL(gl_hostile_changes(), 0);
    CHECK_EQUAL(app.glGetError(), 0);
    if (strategy == SR_CLIENT || status != SR_READ_OK) {
        CHECK(status == SR_READ_OK || status == SR_READ_OTHER_FRAMEBUFFER);
        return status == SR_READ_OK;
    }
    sr_transfer_state state = sr_transfer_poll(transfer, PATIENCE_NS);
    CHECK(state == SR_TRANSFER_DONE || state == SR_TRANSFER_PARTIAL);
    return state == SR_TRANSFER_DONE;
}

static bool is_whole_when_rendering_depends_on(const sr_reader *reader, unsigned int mode) {
    app.glBeginConditionalRenderNV(query, mode);
    bool whole = is_whole(reader);
    app.glEndConditionalRenderNV();
    return whole;
}

/* Pictures of one colour have the values of the corner too. */
static void check_plain_colours(const sr_reader *reader) {
    for (int i = 0; i < 3; i++) {
        float value = (float)i / 2;
        app.glClearColor(value, value, value, value);
        app.glClear(GL_COLOR_BUFFER_BIT);
        CHECK(is_whole(reader));
        CHECK(!is_whole_when_rendering_depends_on(reader, QUERY_WAIT));
    }
}

static void check_conditional(const sr_reader *reader) {
    picture_draw();
    for (int i = 0; i < 2; i++) {
        CHECK(is_whole(reader));
        CHECK(!is_whole_when_rendering_depends_on(reader, QUERY_WAIT));
    }
    if (!flavour->es && sr_gl_at_least(&gl, 4, 5))
        CHECK(is_whole_when_rendering_depends_on(reader, QUERY_WAIT_INVERTED));
    check_plain_colours(reader);
    CHECK(is_whole(reader));
}

/* Narrower, lower, and both; each time whole again afterwards. */
static void check_shrunken(const sr_reader *reader) {
    for (int less = 1; less < 4; less++) {
        resize_stage(PICTURE_WIDTH_PX - less % 2, PICTURE_HEIGHT_PX - less / 2);
        picture_draw();
        CHECK(!is_whole(reader));
        resize_stage(PICTURE_WIDTH_PX, PICTURE_HEIGHT_PX);
        picture_draw();
        CHECK(is_whole(reader));
    }
}

static void check_kind(sr_source_kind kind) {
    sr_area area = picture_whole(kind == SR_SOURCE_PLANES ? SR_NV12 : SR_RGBX);
    sr_reader reader;
    if (!sr_reader_open(&reader, &gl, &area, kind, (sr_colour){SR_BT601, SR_LIMITED_RANGE}))
        return;
    check_conditional(&reader);
    check_shrunken(&reader);
    sr_reader_close(&reader);
}

static bool can_show_its_corner(int format, int samples) {
    bool is_signed = strstr(formats[format].name, "SNORM") != NULL;
    return !flavour->es || samples == 0 || !is_signed; /* which cannot be read */
}

static int check_formats(int samples) {
    int count = 0;
    for (int i = 0; i < FORMATS; i++) {
        if (!can_show_its_corner(i, samples) || !make_stage(formats[i].internal_format, samples))
            continue;
        printf("  %s, %d samples\n", formats[i].name, samples);
        count++;
        for (int kind = SR_SOURCE_RESOLVED; kind <= SR_SOURCE_PLANES; kind++)
            check_kind((sr_source_kind)kind);
    }
    return count;
}

static void should_pass_no_discarded_or_shorter_copy_of_one_sample(void) {
    CHECK(check_formats(0) >= 5);
}

static void should_pass_no_discarded_or_shorter_resolve(void) {
    CHECK(check_formats(4) >= 5);
}

enum { NAMES = 4096, THEIR_PX = 16, THEIR_BYTES = THEIR_PX * THEIR_PX * 4, THEIR_BYTE = 0x55 };

static unsigned int theirs[NAMES]; /* the application's textures */
static int their_count;

/* A core context takes only the names that it generates. */
static unsigned int use_name_again(unsigned int name) {
    unsigned int again = name;
    app.glDeleteTextures(1, &name);
    if (flavour->core)
        app.glGenTextures(1, &again);
    app.glBindTexture(GL_TEXTURE_2D, again);
    return again;
}

/* A clean-up of everything. Then other textures have the names. */
static void take_all_textures(void) {
    static unsigned char pixels[THEIR_BYTES];
    memset(pixels, THEIR_BYTE, sizeof pixels);
    their_count = 0;
    for (unsigned int name = 1; name < NAMES; name++) {
        if (app.glIsTexture(name))
            theirs[their_count++] = name;
    }
    CHECK(their_count > 0);
    for (int i = 0; i < their_count; i++) {
        theirs[i] = use_name_again(theirs[i]);
        app.glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA, THEIR_PX, THEIR_PX, 0, GL_RGBA, GL_UNSIGNED_BYTE, pixels);
    }
}

static int changed_bytes(void) {
    unsigned char pixels[THEIR_BYTES];
    unsigned int framebuffer;
    int changed = 0;
    app.glGenFramebuffers(1, &framebuffer);
    app.glBindFramebuffer(GL_READ_FRAMEBUFFER, framebuffer);
    for (int texture = 0; texture < their_count; texture++) {
        CHECK(app.glIsTexture(theirs[texture]));
        app.glFramebufferTexture2D(GL_READ_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, theirs[texture], 0);
        app.glReadPixels(0, 0, THEIR_PX, THEIR_PX, GL_RGBA, GL_UNSIGNED_BYTE, pixels);
        for (int i = 0; i < THEIR_BYTES; i++)
            changed += pixels[i] != THEIR_BYTE;
    }
    app.glBindFramebuffer(GL_READ_FRAMEBUFFER, stage);
    return changed;
}

static void should_write_no_texture_of_the_applications_when_ours_are_deleted(void) {
    for (int samples = 0; samples <= 4; samples += 4) {
        CHECK(make_stage(GL_RGBA8, samples));
        picture_draw();
        for (int kind = SR_SOURCE_RESOLVED; kind <= SR_SOURCE_FLIPPED; kind++) {
            sr_area area = picture_whole(SR_RGBX);
            sr_reader reader;
            CHECK(sr_reader_open(&reader, &gl, &area, (sr_source_kind)kind, (sr_colour){SR_BT601, SR_LIMITED_RANGE}));
            CHECK(is_whole(&reader));
            take_all_textures();
            CHECK(is_whole(&reader));
            CHECK(!is_whole_when_rendering_depends_on(&reader, QUERY_WAIT));
            CHECK_EQUAL(changed_bytes(), 0);
            take_all_textures();
            sr_reader_close(&reader);
            CHECK_EQUAL(changed_bytes(), 0);
            CHECK_EQUAL(app.glGetError(), 0);
        }
    }
}

/* Last: the state stays so. Uploads have their own, which must neither matter nor change. */
static void should_pass_the_same_reads_when_the_state_is_hostile(void) {
    for (int samples = 0; samples <= 4; samples += 4) {
        CHECK(make_stage(GL_RGBA8, samples));
        picture_draw();
        gl_hostile_set();
        for (int kind = SR_SOURCE_RESOLVED; kind <= SR_SOURCE_FLIPPED; kind++) {
            sr_area area = picture_whole(SR_RGBX);
            sr_reader reader;
            CHECK(sr_reader_open(&reader, &gl, &area, (sr_source_kind)kind, (sr_colour){SR_BT601, SR_LIMITED_RANGE}));
            CHECK(is_whole(&reader));
            CHECK(!is_whole_when_rendering_depends_on(&reader, QUERY_WAIT));
            CHECK(is_whole(&reader));
            sr_reader_close(&reader);
        }
    }
}

/* A query that has counted nothing. */
static void make_query(void) {
    unsigned int target = flavour->es ? 0x8C2F /* ANY_SAMPLES_PASSED */ : 0x8914 /* SAMPLES_PASSED */;
    app.glGenQueries(1, &query);
    app.glBeginQuery(target, query);
    app.glEndQuery(target);
}

int main(int argument_count, char **arguments) {
    if (argument_count != 3)
        return 2;
    flavour = gl_open(2, arguments);
    CHECK(sr_context_resolve(&gl));
    CHECK(sr_gl_has_extension(&gl, "GL_NV_conditional_render"));
    strategy = strcmp(arguments[2], "mapped") == 0 ? SR_MAPPED : SR_CLIENT;
    make_query();
    open_transfer();
    RUN(should_pass_no_discarded_or_shorter_copy_of_one_sample);
    RUN(should_pass_no_discarded_or_shorter_resolve);
    RUN(should_write_no_texture_of_the_applications_when_ours_are_deleted);
    RUN(should_pass_the_same_reads_when_the_state_is_hostile);
    close_transfer();
    gl_close();
    return check_report();
}
