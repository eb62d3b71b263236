/* A context is known by its handle and by objects of ours: a driver gives the handle of a destroyed one to the next.
 * In another context nothing of ours is made, bound, written or deleted, whatever names its objects have.
 */
#include "check.h"
#include "gl_context.h"
#include "gl_picture.h"
#include "sr_context.h"
#include "sr_selection.h"
#include "sr_slab.h"
#include "sr_transfer.h"

enum { NAMES = 40, GL_ARRAY_BUFFER = 0x8892, SLOTS = SR_STRATEGIES };

/* What a recording has in a context. */
typedef struct recording {
    void *context;
    sr_gl gl;
    int stage; /* the framebuffer that it reads */
    sr_reader reader;
    sr_pool *pool;
    sr_slab *slab;
    sr_transfer *transfers[SLOTS]; /* by the strategy; NULL if the context lacks it */
} recording;

static void open_transfers(recording *ours, const sr_area *area) {
    ours->pool = sr_pool_create();
    ours->slab = sr_slab_create(ours->pool, SLOTS, picture_bytes(area));
    for (int i = 0; i < SLOTS; i++) {
        sr_slot *slot = &sr_slab_slots(ours->slab)[i];
        ours->transfers[i] = sr_strategy_supported(&ours->gl, (sr_strategy)i)
                                 ? sr_transfer_open(&ours->gl, (sr_strategy)i, slot, picture_bytes(area))
                                 : NULL;
        if (ours->transfers[i] != NULL)
            CHECK_EQUAL(sr_transfer_begin(ours->transfers[i], &ours->reader, ours->stage, false), SR_READ_OK);
    }
}

/* Reads a multisampled framebuffer where there are any, which needs framebuffers of ours. Every read is under way. */
static void open_recording(recording *ours) {
    sr_area area = picture_whole(SR_RGBX);
    ours->context = gl_create_context();
    gl_make_current(ours->context, NULL);
    CHECK(sr_context_resolve(&ours->gl) && sr_context_mark(&ours->gl));
    if (ours->gl.framebuffers)
        gl_create_framebuffer(PICTURE_WIDTH_PX, PICTURE_HEIGHT_PX, ours->gl.read_framebuffer ? 4 : 0);
    ours->stage = sr_selection_bound(&ours->gl);
    sr_source_kind kind = ours->gl.read_framebuffer ? SR_SOURCE_RESOLVED : SR_SOURCE_BOTTOM_UP;
    CHECK(sr_reader_open(&ours->reader, &ours->gl, &area, kind, (sr_colour){SR_BT601, SR_LIMITED_RANGE}));
    open_transfers(ours, &area);
}

static void close_recording(recording *ours) {
    for (int i = 0; i < SLOTS; i++) {
        if (ours->transfers[i] != NULL)
            sr_transfer_close(ours->transfers[i]);
    }
    sr_reader_close(&ours->reader);
    sr_context_release(&ours->gl);
    sr_slab_retire(ours->slab);
    sr_pool_retire(ours->pool);
}

/* The application's objects, which have all the names that ours can have. */
static void fill(bool framebuffers) {
    unsigned int name;
    for (int i = 0; i < NAMES; i++) {
        app.glGenTextures(1, &name);
        app.glBindTexture(GL_TEXTURE_2D, name);
        app.glGenBuffers(1, &name);
        app.glBindBuffer(GL_ARRAY_BUFFER, name);
        if (framebuffers)
            gl_create_framebuffer(4, 4, 0);
    }
}

static int count_objects(bool framebuffers) {
    int count = 0;
    for (unsigned int name = 1; name <= NAMES; name++) {
        count += app.glIsTexture(name) + app.glIsBuffer(name);
        if (framebuffers)
            count += app.glIsFramebuffer(name) + app.glIsRenderbuffer(name);
    }
    return count;
}

static void check_nothing_begins(const recording *ours) {
    for (int i = 0; i < SLOTS; i++) {
        if (ours->transfers[i] == NULL)
            continue;
        CHECK_EQUAL(sr_transfer_begin(ours->transfers[i], &ours->reader, ours->stage, false), SR_READ_OTHER_CONTEXT);
        CHECK_EQUAL(sr_transfer_poll(ours->transfers[i], 0), i == SR_CLIENT ? SR_TRANSFER_DONE : SR_TRANSFER_PENDING);
    }
}

/* Ends the recording while the context that is current now is not its own. */
static void check_other_context_is_left_alone(recording *ours) {
    bool framebuffers = ours->gl.framebuffers;
    fill(framebuffers);
    int before = count_objects(framebuffers);
    CHECK(before >= NAMES);
    int bindings[] = {gl_get(GL_FRAMEBUFFER_BINDING), gl_get(GL_RENDERBUFFER_BINDING), gl_get(GL_TEXTURE_BINDING_2D)};
    if (!framebuffers)
        app.glGetError(); /* what the application has asked above */
    CHECK(!sr_context_is_current(&ours->gl));
    check_nothing_begins(ours);
    close_recording(ours);
    CHECK_EQUAL(app.glGetError(), 0);
    CHECK_EQUAL(count_objects(framebuffers), before);
    CHECK_EQUAL(gl_get(GL_FRAMEBUFFER_BINDING), bindings[0]);
    CHECK_EQUAL(gl_get(GL_RENDERBUFFER_BINDING), bindings[1]);
    CHECK_EQUAL(gl_get(GL_TEXTURE_BINDING_2D), bindings[2]);
}

/* Drivers give a handle again when the memory behind it happens to be the same. Here the recording is told that its
 * context had the handle of the next one. */
static void should_be_another_context_when_its_handle_is_given_again(void) {
    recording ours;
    open_recording(&ours);
    gl_make_current(NULL, NULL);
    gl_destroy_context(ours.context);
    void *next = gl_create_context();
    ours.gl.context = next;
    gl_make_current(next, NULL);
    CHECK(sr_context_is_gone(&ours.gl));
    check_other_context_is_left_alone(&ours);
    gl_make_current(gl_first_context(), NULL);
    gl_destroy_context(next);
}

static void should_touch_nothing_when_another_context_is_current(void) {
    recording ours;
    open_recording(&ours);
    void *other = gl_create_context();
    gl_make_current(other, NULL);
    CHECK(!sr_context_is_gone(&ours.gl));
    check_other_context_is_left_alone(&ours);
    gl_make_current(gl_first_context(), NULL);
}

static void should_tell_that_a_context_is_gone_when_it_is_destroyed(void) {
    sr_gl gl;
    void *context = gl_create_context();
    gl_make_current(context, NULL);
    CHECK(sr_context_resolve(&gl) && sr_context_mark(&gl));
    CHECK(!sr_context_is_gone(&gl));
    gl_make_current(NULL, NULL);
    CHECK(!sr_context_is_gone(&gl));
    gl_destroy_context(context);
    CHECK(sr_context_is_gone(&gl));
    CHECK_EQUAL(gl_window_error(), 0x3000);
    gl_make_current(gl_first_context(), NULL);
    CHECK(sr_context_is_gone(&gl));
    CHECK(!sr_context_is_current(&gl));
    sr_context_release(&gl);
}

static void should_leave_no_object_behind_when_released(void) {
    sr_gl gl;
    CHECK(sr_context_resolve(&gl) && sr_context_mark(&gl));
    const sr_marker mark = gl.marker;
    CHECK(mark.count > 0 && mark.objects != 0);
    sr_context_release(&gl);
    for (int i = 0; i < mark.count; i++)
        CHECK(!mark.is_object(mark.names[i]));
    CHECK_EQUAL(app.glGetError(), 0);
}

/* As with two recordings in one context. */
static void should_know_each_of_several_marks_when_one_is_removed(void) {
    sr_gl first, second;
    CHECK(sr_context_resolve(&first) && sr_context_mark(&first));
    CHECK(sr_context_resolve(&second) && sr_context_mark(&second));
    sr_context_release(&first);
    CHECK(sr_context_is_current(&second));
    sr_context_release(&second);
}

int main(int argument_count, char **arguments) {
    gl_open(argument_count, arguments);
    RUN(should_be_another_context_when_its_handle_is_given_again);
    RUN(should_touch_nothing_when_another_context_is_current);
    RUN(should_tell_that_a_context_is_gone_when_it_is_destroyed);
    RUN(should_leave_no_object_behind_when_released);
    RUN(should_know_each_of_several_marks_when_one_is_removed);
    gl_close();
    return check_report();
}
