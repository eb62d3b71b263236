/* Every strategy that the context has: the pixels arrive in the slot, and the application sees no trace. What a context
 * has is forced by version and extension overrides, and is asserted, as Mesa ignores an override that it does not know.
 */
#include "check.h"
#include "gl_context.h"
#include "gl_picture.h"
#include "sr_context.h"
#include "sr_framebuffer.h"
#include "sr_selection.h"
#include "sr_slab.h"
#include "sr_transfer.h"

#include <stdlib.h>
#include <string.h>

enum { SLOTS = 3, GL_PIXEL_PACK_BUFFER = 0x88EB, GL_PIXEL_PACK_BUFFER_BINDING = 0x88ED, GL_STREAM_READ = 0x88E1 };
static const int64_t PATIENCE_NS = 5000000000;
static const char *const names[] = {"client", "mapped", "persistent", "pinned"};

static sr_gl gl;
static sr_reader reader;
static int stage; /* the framebuffer with the picture */
static sr_pool *pool;
static sr_slab *slab;
static sr_strategy strategy;
static sr_transfer *transfers[SLOTS];
static sr_area area;

/* With the corner that shows whether a copy is whole. */
static size_t slot_bytes(void) {
    return picture_bytes(&area) + SR_BEHIND_BYTES;
}

static sr_slot *slot(int index) {
    return &sr_slab_slots(slab)[index];
}

static void open_transfers(void) {
    pool = sr_pool_create();
    slab = sr_strategy_uses_driver_memory(strategy) ? sr_slab_create_for_driver(pool, SLOTS, slot_bytes())
                                                    : sr_slab_create(pool, SLOTS, slot_bytes());
    for (int i = 0; i < SLOTS; i++)
        transfers[i] = sr_transfer_open(&gl, strategy, slot(i), slot_bytes());
}

static void close_transfers(void) {
    for (int i = 0; i < SLOTS; i++)
        sr_transfer_close(transfers[i]);
    sr_slab_retire(slab);
    sr_pool_retire(pool);
}

static void check_arrives(int index) {
    CHECK_EQUAL(sr_transfer_poll(transfers[index], PATIENCE_NS), SR_TRANSFER_DONE);
    CHECK_EQUAL(sr_transfer_poll(transfers[index], 0), SR_TRANSFER_DONE);
    CHECK(slot(index)->pixels != NULL);
    picture_take(slot(index)->pixels, &area);
    CHECK_EQUAL(picture_wrong_pixels(&area), 0);
}

static void should_have_the_pixels_in_the_slot_when_a_read_is_done(void) {
    for (int round = 0; round < 3; round++) { /* a slot's second read finds its first one's mapping */
        CHECK_EQUAL(sr_transfer_begin(transfers[0], &reader, stage, false), SR_READ_OK);
        check_arrives(0);
    }
    CHECK_EQUAL(app.glGetError(), 0);
}

static void should_have_several_reads_under_way_when_they_are_collected_later(void) {
    for (int i = 0; i < SLOTS; i++)
        CHECK_EQUAL(sr_transfer_begin(transfers[i], &reader, stage, false), SR_READ_OK);
    for (int i = 0; i < SLOTS; i++)
        check_arrives(i);
    CHECK_EQUAL(app.glGetError(), 0);
}

static void should_keep_a_buffer_of_the_applications_when_one_is_bound(void) {
    unsigned int theirs;
    app.glGenBuffers(1, &theirs);
    app.glBindBuffer(GL_PIXEL_PACK_BUFFER, theirs);
    app.glBufferData(GL_PIXEL_PACK_BUFFER, 64, NULL, GL_STREAM_READ);
    for (int round = 0; round < 2; round++) {
        CHECK_EQUAL(sr_transfer_begin(transfers[1], &reader, stage, false), SR_READ_OK);
        CHECK_EQUAL(gl_get(GL_PIXEL_PACK_BUFFER_BINDING), theirs);
        check_arrives(1);
        CHECK_EQUAL(gl_get(GL_PIXEL_PACK_BUFFER_BINDING), theirs);
    }
    app.glBindBuffer(GL_PIXEL_PACK_BUFFER, 0);
    CHECK_EQUAL(app.glGetError(), 0);
}

static void should_begin_nothing_when_another_framebuffer_or_context_is_there(void) {
    app.glBindFramebuffer(GL_FRAMEBUFFER, 0);
    CHECK_EQUAL(sr_transfer_begin(transfers[2], &reader, stage, false), SR_READ_OTHER_FRAMEBUFFER);
    app.glBindFramebuffer(GL_FRAMEBUFFER, (unsigned int)stage);
    gl_make_current(gl_create_context(), NULL);
    CHECK_EQUAL(sr_transfer_begin(transfers[2], &reader, stage, false), SR_READ_OTHER_CONTEXT);
    gl_make_current(gl_first_context(), NULL);
}

/* The frame is late, not lost: the context may come back. */
static void should_go_on_waiting_when_another_context_is_current_for_a_while(void) {
    CHECK_EQUAL(sr_transfer_begin(transfers[2], &reader, stage, false), SR_READ_OK);
    gl_make_current(gl_create_context(), NULL);
    sr_transfer_state meanwhile = sr_transfer_poll(transfers[2], 0);
    CHECK_EQUAL(meanwhile, strategy == SR_CLIENT ? SR_TRANSFER_DONE : SR_TRANSFER_PENDING);
    gl_make_current(gl_first_context(), NULL);
    check_arrives(2);
}

static void resize_stage(int width_px, int height_px) {
    int renderbuffer = 0;
    app.glGetFramebufferAttachmentParameteriv(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0,
                                              GL_FRAMEBUFFER_ATTACHMENT_OBJECT_NAME, &renderbuffer);
    app.glBindRenderbuffer(GL_RENDERBUFFER, (unsigned int)renderbuffer);
    app.glRenderbufferStorage(GL_RENDERBUFFER, GL_RGBA8, width_px, height_px);
    app.glBindRenderbuffer(GL_RENDERBUFFER, 0);
    picture_draw();
}

static bool reads_whole(const sr_reader *source) {
    sr_read_status status = sr_transfer_begin(transfers[0], source, stage, true);
    CHECK_EQUAL(app.glGetError(), 0);
    if (strategy == SR_CLIENT) {
        CHECK(status == SR_READ_OK || status == SR_READ_OTHER_FRAMEBUFFER);
        return status == SR_READ_OK;
    }
    CHECK_EQUAL(status, SR_READ_OK);
    sr_transfer_state state = sr_transfer_poll(transfers[0], PATIENCE_NS);
    CHECK(state == SR_TRANSFER_DONE || state == SR_TRANSFER_PARTIAL);
    CHECK_EQUAL(sr_transfer_poll(transfers[0], 0), state);
    return state == SR_TRANSFER_DONE;
}

/* Narrower, lower, and both; each time whole again afterwards. */
static void check_noticed(const sr_reader *source) {
    for (int less = 1; less < 4; less++) {
        resize_stage(PICTURE_WIDTH_PX - less % 2, PICTURE_HEIGHT_PX - less / 2);
        CHECK(!reads_whole(source));
        resize_stage(PICTURE_WIDTH_PX, PICTURE_HEIGHT_PX);
        for (int i = 0; i < 20; i++)
            CHECK(reads_whole(source));
    }
}

static void should_notice_a_framebuffer_that_shrank_whatever_the_source(void) {
    for (int kind = SR_SOURCE_BOTTOM_UP; kind <= SR_SOURCE_PLANES; kind++) {
        sr_area wanted = area;
        sr_reader source;
        wanted.format = &sr_formats[kind == SR_SOURCE_PLANES ? SR_NV12 : SR_RGBX];
        if (!sr_reader_open(&source, &gl, &wanted, (sr_source_kind)kind, (sr_colour){SR_BT601, SR_LIMITED_RANGE}))
            continue;
        check_noticed(&source);
        sr_reader_close(&source);
    }
}

static void should_notice_a_tile_beyond_the_framebuffer(void) {
    const sr_position here = {0, 0};
    const int width_px = PICTURE_WIDTH_PX, height_px = PICTURE_HEIGHT_PX;
    sr_area tile = area;
    tile.width_px = 4;
    resize_stage(width_px - 1, height_px);
    CHECK_EQUAL(sr_transfer_begin_tile(transfers[0], stage, &tile, here, width_px, height_px, true), SR_READ_OK);
    tile.x_px = width_px - 4;
    sr_read_status last =
        sr_transfer_begin_tile(transfers[0], stage, &tile, (sr_position){tile.x_px, 0}, width_px, height_px, false);
    CHECK_EQUAL(last, strategy == SR_CLIENT ? SR_READ_OTHER_FRAMEBUFFER : SR_READ_OK);
    if (strategy != SR_CLIENT)
        CHECK_EQUAL(sr_transfer_poll(transfers[0], PATIENCE_NS), SR_TRANSFER_PARTIAL);
    resize_stage(width_px, height_px);
}

static void should_say_that_there_is_no_memory_when_the_driver_has_none(void) {
    sr_slab *huge = sr_slab_create_for_driver(pool, 1, (size_t)1 << 40);
    CHECK_SAME(sr_transfer_open(&gl, strategy, sr_slab_slots(huge), (size_t)1 << 40), NULL);
    sr_slab_retire(huge);
    CHECK_EQUAL(app.glGetError(), 0);
}

static void run_strategy(void) {
    open_transfers();
    for (int i = 0; i < SLOTS; i++)
        CHECK(transfers[i] != NULL);
    RUN(should_have_the_pixels_in_the_slot_when_a_read_is_done);
    RUN(should_have_several_reads_under_way_when_they_are_collected_later);
    if (gl.pack_buffer)
        RUN(should_keep_a_buffer_of_the_applications_when_one_is_bound);
    RUN(should_notice_a_framebuffer_that_shrank_whatever_the_source);
    if (gl.pack_layout)
        RUN(should_notice_a_tile_beyond_the_framebuffer);
    RUN(should_begin_nothing_when_another_framebuffer_or_context_is_there);
    RUN(should_go_on_waiting_when_another_context_is_current_for_a_while);
    if (strategy != SR_CLIENT)
        RUN(should_say_that_there_is_no_memory_when_the_driver_has_none);
    close_transfers();
}

static void should_refuse_when_the_context_lacks_it(void) {
    open_transfers();
    CHECK_SAME(transfers[0], NULL);
    sr_slab_retire(slab);
    sr_pool_retire(pool);
    CHECK_EQUAL(app.glGetError(), 0);
}

static sr_strategy parse_strategy(const char *name) {
    for (int i = 0; i < SR_STRATEGIES; i++) {
        if (strcmp(name, names[i]) == 0)
            return (sr_strategy)i;
    }
    printf("unknown strategy %s\n", name);
    exit(2);
}

/* test_transfer FLAVOUR STRATEGY yes|no: whether that context must have it, or must not. */
int main(int argument_count, char **arguments) {
    if (argument_count != 4)
        return 2;
    gl_open(2, arguments);
    CHECK(sr_context_resolve(&gl));
    strategy = parse_strategy(arguments[2]);
    area = picture_whole(SR_RGBX);
    gl_create_framebuffer(PICTURE_WIDTH_PX, PICTURE_HEIGHT_PX, 0);
    picture_draw();
    stage = sr_selection_bound(&gl);
    CHECK(sr_reader_open(&reader, &gl, &area, SR_SOURCE_BOTTOM_UP, (sr_colour){SR_BT601, SR_LIMITED_RANGE}));
    bool wanted = strcmp(arguments[3], "yes") == 0;
    CHECK_EQUAL(sr_strategy_supported(&gl, strategy), wanted);
    if (wanted)
        run_strategy();
    else
        RUN(should_refuse_when_the_context_lacks_it);
    sr_reader_close(&reader);
    gl_close();
    return check_report();
}
