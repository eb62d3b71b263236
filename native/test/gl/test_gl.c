#include "check.h"
#include "gl_context.h"
#include "sr_context.h"
#include "sr_gl.h"

#include <pthread.h>

static void should_tell_the_version_when_a_context_is_current(void) {
    const gl_flavour *flavour = gl_flavour_in_use();
    sr_gl gl;
    CHECK(sr_context_resolve(&gl));
    CHECK_EQUAL(gl.es, flavour->es);
    CHECK_EQUAL(gl.major, flavour->major);
    CHECK(gl.minor >= flavour->minor);
    CHECK_SAME(gl.context, gl_first_context());
    CHECK(sr_context_is_current(&gl));
}

/* What GLES 2 lacks must not be asked of it: it would answer with an error that the application then finds. */
static void should_know_what_may_be_called_when_the_version_is_known(void) {
    sr_gl gl;
    sr_context_resolve(&gl);
    bool gles2 = gl.es && gl.major == 2;
    CHECK_EQUAL(gl.pack_layout, !gles2);
    CHECK_EQUAL(gl.pack_buffer, !gles2);
    CHECK_EQUAL(gl.read_framebuffer, !gles2);
    CHECK_EQUAL(gl.read_buffer, !gles2);
    CHECK_EQUAL(gl.pack_order, !gl.es);
    CHECK_EQUAL(app.glGetError(), 0);
}

static void should_resolve_nothing_when_no_context_is_current(void) {
    sr_gl gl;
    gl_make_current(NULL, NULL);
    CHECK(!sr_context_resolve(&gl));
    gl_make_current(gl_first_context(), NULL);
}

static void should_not_be_current_when_another_context_is(void) {
    sr_gl gl;
    sr_context_resolve(&gl);
    gl_make_current(gl_create_context(), NULL);
    CHECK(!sr_context_is_current(&gl));
    gl_make_current(NULL, NULL);
    CHECK(!sr_context_is_current(&gl));
    gl_make_current(gl_first_context(), NULL);
    CHECK(sr_context_is_current(&gl));
}

typedef struct elsewhere {
    const sr_gl *gl;
    bool is_current, resolved;
} elsewhere;

static void *look_from_another_thread(void *data) {
    elsewhere *seen = data;
    sr_gl other;
    seen->is_current = sr_context_is_current(seen->gl);
    seen->resolved = sr_context_resolve(&other);
    return NULL;
}

static void should_not_be_current_when_asked_on_another_thread(void) {
    sr_gl gl;
    sr_context_resolve(&gl);
    elsewhere seen = {.gl = &gl, .is_current = true, .resolved = true};
    pthread_t thread;
    pthread_create(&thread, NULL, look_from_another_thread, &seen);
    pthread_join(thread, NULL);
    CHECK(!seen.is_current);
    CHECK(!seen.resolved);
}

static void should_tell_the_surface_size_when_there_is_one(void) {
    sr_gl gl;
    int width_px = -1, height_px = -1;
    sr_context_resolve(&gl);
    CHECK(!gl.window.surface_size(&gl.window, &width_px, &height_px));
    gl_make_current(gl_first_context(), gl_create_pbuffer(31, 17));
    CHECK(gl.window.surface_size(&gl.window, &width_px, &height_px));
    CHECK_EQUAL(width_px, 31);
    CHECK_EQUAL(height_px, 17);
    gl_make_current(gl_first_context(), NULL);
}

static void should_compare_major_before_minor(void) {
    const sr_gl gl = {.major = 3, .minor = 3};
    CHECK(sr_gl_at_least(&gl, 3, 3));
    CHECK(sr_gl_at_least(&gl, 2, 9));
    CHECK(!sr_gl_at_least(&gl, 3, 4));
    CHECK(!sr_gl_at_least(&gl, 4, 0));
}

int main(int argument_count, char **arguments) {
    gl_open(argument_count, arguments);
    RUN(should_tell_the_version_when_a_context_is_current);
    RUN(should_know_what_may_be_called_when_the_version_is_known);
    RUN(should_resolve_nothing_when_no_context_is_current);
    RUN(should_not_be_current_when_another_context_is);
    RUN(should_not_be_current_when_asked_on_another_thread);
    RUN(should_tell_the_surface_size_when_there_is_one);
    RUN(should_compare_major_before_minor);
    gl_close();
    return check_report();
}
