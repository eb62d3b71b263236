/* An application deletes or reallocates a pixel buffer of ours: the frame is lost, and the next one is right. */
#include "check.h"
#include "gl_context.h"
#include "gl_picture.h"
#include "sr_context.h"
#include "sr_selection.h"
#include "sr_slab.h"
#include "sr_transfer.h"

#include <stdlib.h>
#include <string.h>

enum {
    GL_COPY_WRITE_BUFFER = 0x8F37,
    GL_PIXEL_PACK_BUFFER_BINDING = 0x88ED,
    GL_STREAM_READ = 0x88E1,
    NAMES = 1 << 20,
    THEIR_BYTES = 64,
};
static const int64_t PATIENCE_NS = 5000000000;

static sr_gl gl;
static sr_reader reader;
static int stage;
static sr_slot *slot;
static sr_transfer *transfer;
static sr_area area;
static bool persistent;

static unsigned int theirs; /* the buffer that the application has, or has taken from us */

static unsigned int find_ours(void) {
    for (unsigned int name = 1; name < NAMES; name++) {
        if (name != theirs && app.glIsBuffer(name))
            return name;
    }
    CHECK(false);
    return 0;
}

static void delete (void) {
    unsigned int ours = find_ours();
    app.glDeleteBuffers(1, &ours);
}

/* One buffer at a time. */
static void call_theirs(unsigned int name) {
    if (theirs != 0 && theirs != name)
        app.glDeleteBuffers(1, &theirs);
    theirs = name;
}

static void take_over(unsigned int name) {
    call_theirs(name);
    app.glBindBuffer(GL_COPY_WRITE_BUFFER, name);
    app.glBufferData(GL_COPY_WRITE_BUFFER, THEIR_BYTES, NULL, GL_STREAM_READ);
    app.glBindBuffer(GL_COPY_WRITE_BUFFER, 0);
}

/* Memory that stays mapped cannot be reallocated. */
static void reallocate(void) {
    if (!persistent)
        take_over(find_ours());
}

static void delete_and_use_the_name_again(void) {
    unsigned int ours = find_ours(), again = ours;
    app.glDeleteBuffers(1, &ours);
    if (gl_flavour_in_use()->core)
        app.glGenBuffers(1, &again);
    take_over(again);
}

static void unmap(void) {
    if (!persistent)
        return;
    call_theirs(find_ours());
    app.glBindBuffer(GL_COPY_WRITE_BUFFER, theirs);
    app.glUnmapBuffer(GL_COPY_WRITE_BUFFER);
    app.glBindBuffer(GL_COPY_WRITE_BUFFER, 0);
}

typedef void (*deed)(void);
static const deed deeds[] = {delete, delete_and_use_the_name_again, reallocate, unmap};
enum { DEEDS = sizeof deeds / sizeof deeds[0] };

static bool does_something(int index) {
    return persistent ? deeds[index] != reallocate : deeds[index] != unmap;
}

static void check_arrives(void) {
    CHECK_EQUAL(sr_transfer_begin(transfer, &reader, stage, true), SR_READ_OK);
    CHECK_EQUAL(sr_transfer_poll(transfer, PATIENCE_NS), SR_TRANSFER_DONE);
    picture_take(slot->pixels, &area);
    CHECK_EQUAL(picture_wrong_pixels(&area), 0);
    CHECK_EQUAL(app.glGetError(), 0);
}

static void should_read_into_a_new_buffer_when_it_was_lost_before_the_read(void) {
    for (int i = 0; i < DEEDS; i++) {
        check_arrives();
        deeds[i]();
        check_arrives();
        check_arrives();
    }
}

static void should_lose_the_frame_when_the_buffer_is_lost_during_the_read(void) {
    for (int i = 0; i < DEEDS; i++) {
        CHECK_EQUAL(sr_transfer_begin(transfer, &reader, stage, true), SR_READ_OK);
        deeds[i]();
        sr_transfer_state end = does_something(i) ? SR_TRANSFER_LOST : SR_TRANSFER_DONE;
        CHECK_EQUAL(sr_transfer_poll(transfer, PATIENCE_NS), end);
        CHECK_EQUAL(sr_transfer_poll(transfer, 0), end);
        CHECK_EQUAL(gl_get(GL_PIXEL_PACK_BUFFER_BINDING), 0);
        CHECK_EQUAL(app.glGetError(), 0);
        check_arrives();
    }
}

static sr_read_status begin_tile(int x_px, bool first) {
    sr_area tile = area;
    tile.x_px = x_px;
    tile.width_px = PICTURE_WIDTH_PX / 2;
    return sr_transfer_begin_tile(transfer, stage, &tile, (sr_position){x_px, 0}, PICTURE_WIDTH_PX, PICTURE_HEIGHT_PX,
                                  first);
}

static void should_fail_when_the_buffer_is_lost_between_tiles(void) {
    CHECK_EQUAL(begin_tile(0, true), SR_READ_OK);
    delete ();
    CHECK_EQUAL(begin_tile(PICTURE_WIDTH_PX / 2, false), SR_READ_FAILED);
    CHECK_EQUAL(app.glGetError(), 0);
    check_arrives();
}

/* Where the application may choose names, it chooses low ones. */
static void should_have_a_name_that_nobody_chooses(void) {
    CHECK(find_ours() >= NAMES / 2);
}

static void should_leave_a_buffer_that_is_no_longer_ours(void) {
    check_arrives();
    delete_and_use_the_name_again();
    sr_transfer_close(transfer);
    CHECK(app.glIsBuffer(theirs));
    CHECK_EQUAL(app.glGetError(), 0);
}

/* test_lost_buffer FLAVOUR mapped|persistent|pinned */
int main(int argument_count, char **arguments) {
    if (argument_count != 3)
        return 2;
    gl_open(2, arguments);
    CHECK(sr_context_resolve(&gl));
    persistent = strcmp(arguments[2], "persistent") == 0;
    sr_strategy strategy = persistent ? SR_PERSISTENT : strcmp(arguments[2], "pinned") == 0 ? SR_PINNED : SR_MAPPED;
    area = picture_whole(SR_RGBX);
    gl_create_framebuffer(PICTURE_WIDTH_PX, PICTURE_HEIGHT_PX, 0);
    picture_draw();
    stage = sr_selection_bound(&gl);
    CHECK(sr_reader_open(&reader, &gl, &area, SR_SOURCE_BOTTOM_UP, (sr_colour){SR_BT601, SR_LIMITED_RANGE}));
    sr_pool *pool = sr_pool_create();
    size_t bytes = picture_bytes(&area);
    sr_slab *slab = sr_strategy_uses_driver_memory(strategy) ? sr_slab_create_for_driver(pool, 1, bytes)
                                                             : sr_slab_create(pool, 1, bytes);
    slot = sr_slab_slots(slab);
    transfer = sr_transfer_open(&gl, strategy, slot, bytes);
    CHECK(transfer != NULL);
    if (gl.compatibility || gl.es)
        RUN(should_have_a_name_that_nobody_chooses);
    RUN(should_read_into_a_new_buffer_when_it_was_lost_before_the_read);
    RUN(should_lose_the_frame_when_the_buffer_is_lost_during_the_read);
    RUN(should_fail_when_the_buffer_is_lost_between_tiles);
    RUN(should_leave_a_buffer_that_is_no_longer_ours);
    sr_reader_close(&reader);
    sr_slab_retire(slab);
    sr_pool_retire(pool);
    gl_close();
    return check_report();
}
