#include "check.h"
#include "gl_context.h"
#include "sr_context.h"
#include "sr_framebuffer.h"
#include "sr_selection.h"

enum { WIDTH_PX = 24, HEIGHT_PX = 10, OTHER_WIDTH_PX = 7, OTHER_HEIGHT_PX = 5 };

static sr_gl gl;
static const gl_flavour *flavour;

static bool has_read_target(void) {
    return flavour->major >= 3;
}

/* Inspects, and checks that the application finds nothing of it afterwards. */
static sr_framebuffer inspect(void) {
    unsigned int read_binding = has_read_target() ? GL_READ_FRAMEBUFFER_BINDING : GL_FRAMEBUFFER_BINDING;
    int read = gl_get(read_binding), draw = gl_get(GL_FRAMEBUFFER_BINDING);
    int renderbuffer = gl_get(GL_RENDERBUFFER_BINDING), texture = gl_get(GL_TEXTURE_BINDING_2D);
    CHECK_EQUAL(app.glGetError(), 0);

    sr_framebuffer info;
    sr_framebuffer_inspect(&gl, &info);
    CHECK_EQUAL(info.name, read);
    CHECK_EQUAL(sr_selection_bound(&gl), read);

    CHECK_EQUAL(app.glGetError(), 0);
    CHECK_EQUAL(gl_get(read_binding), read);
    CHECK_EQUAL(gl_get(GL_FRAMEBUFFER_BINDING), draw);
    CHECK_EQUAL(gl_get(GL_RENDERBUFFER_BINDING), renderbuffer);
    CHECK_EQUAL(gl_get(GL_TEXTURE_BINDING_2D), texture);
    return info;
}

static unsigned int attached_renderbuffer(void) {
    int name = 0;
    app.glGetFramebufferAttachmentParameteriv(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0,
                                              GL_FRAMEBUFFER_ATTACHMENT_OBJECT_NAME, &name);
    return (unsigned int)name;
}

static void check_size(const sr_framebuffer *info, int width_px, int height_px) {
    CHECK_EQUAL(info->width_px, width_px);
    CHECK_EQUAL(info->height_px, height_px);
}

static void should_tell_the_size_when_a_renderbuffer_is_attached(void) {
    gl_create_framebuffer(WIDTH_PX, HEIGHT_PX, 0);
    sr_framebuffer info = inspect();
    CHECK(info.complete);
    CHECK(info.samples <= 1);
    check_size(&info, WIDTH_PX, HEIGHT_PX);
}

static void should_keep_the_bound_renderbuffer_when_it_asks_another(void) {
    unsigned int bound;
    gl_create_framebuffer(WIDTH_PX, HEIGHT_PX, 0);
    app.glGenRenderbuffers(1, &bound);
    app.glBindRenderbuffer(GL_RENDERBUFFER, bound);
    inspect();
    CHECK_EQUAL(gl_get(GL_RENDERBUFFER_BINDING), bound);
    app.glBindRenderbuffer(GL_RENDERBUFFER, 0);
}

static void should_count_samples_when_multisampled(void) {
    gl_create_framebuffer(WIDTH_PX, HEIGHT_PX, 4);
    sr_framebuffer info = inspect();
    CHECK(info.complete);
    CHECK(info.samples >= 4);
    check_size(&info, WIDTH_PX, HEIGHT_PX);
}

static unsigned int create_framebuffer_of_texture(unsigned int *texture) {
    unsigned int framebuffer;
    app.glGenFramebuffers(1, &framebuffer);
    app.glGenTextures(1, texture);
    app.glBindFramebuffer(GL_FRAMEBUFFER, framebuffer);
    app.glBindTexture(GL_TEXTURE_2D, *texture);
    app.glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA, WIDTH_PX, HEIGHT_PX, 0, GL_RGBA, GL_UNSIGNED_BYTE, NULL);
    app.glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, *texture, 0);
    app.glBindTexture(GL_TEXTURE_2D, 0);
    return framebuffer;
}

/* Every other kind of texture: see test_texture. */
static void should_tell_a_textures_size_when_it_can_be_asked(void) {
    unsigned int texture;
    create_framebuffer_of_texture(&texture);
    sr_framebuffer info = inspect();
    CHECK(info.complete);
    CHECK(info.samples <= 1);
    check_size(&info, flavour->es ? 0 : WIDTH_PX, flavour->es ? 0 : HEIGHT_PX);
}

static void should_be_incomplete_when_nothing_is_attached(void) {
    unsigned int framebuffer;
    app.glGenFramebuffers(1, &framebuffer);
    app.glBindFramebuffer(GL_FRAMEBUFFER, framebuffer);
    sr_framebuffer info = inspect();
    CHECK_EQUAL(info.name, framebuffer);
    CHECK(!info.complete);
    check_size(&info, 0, 0);
}

/* A shadow map: complete, but no colour to read. */
static void should_be_incomplete_when_it_has_depth_only(void) {
    unsigned int framebuffer, renderbuffer;
    app.glGenFramebuffers(1, &framebuffer);
    app.glGenRenderbuffers(1, &renderbuffer);
    app.glBindFramebuffer(GL_FRAMEBUFFER, framebuffer);
    app.glBindRenderbuffer(GL_RENDERBUFFER, renderbuffer);
    app.glRenderbufferStorage(GL_RENDERBUFFER, GL_DEPTH_COMPONENT16, WIDTH_PX, HEIGHT_PX);
    app.glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_DEPTH_ATTACHMENT, GL_RENDERBUFFER, renderbuffer);
    app.glBindRenderbuffer(GL_RENDERBUFFER, 0);
    sr_framebuffer info = inspect();
    CHECK(!info.complete);
    check_size(&info, 0, 0);
}

static void should_be_incomplete_when_no_buffer_is_to_be_read(void) {
    gl_create_framebuffer(WIDTH_PX, HEIGHT_PX, 0);
    app.glReadBuffer(GL_NONE);
    sr_framebuffer info = inspect();
    CHECK(!info.complete);
}

static void should_inspect_the_one_to_read_when_another_is_drawn_to(void) {
    unsigned int drawn = gl_create_framebuffer(OTHER_WIDTH_PX, OTHER_HEIGHT_PX, 0);
    unsigned int read = gl_create_framebuffer(WIDTH_PX, HEIGHT_PX, 0);
    app.glBindFramebuffer(GL_DRAW_FRAMEBUFFER, drawn);
    sr_framebuffer info = inspect();
    CHECK_EQUAL(info.name, read);
    check_size(&info, WIDTH_PX, HEIGHT_PX);
}

/* What is deleted while its framebuffer is not bound stays attached, but has no name to be asked by. */
static void should_leave_no_trace_when_the_renderbuffer_is_deleted(void) {
    unsigned int framebuffer = gl_create_framebuffer(WIDTH_PX, HEIGHT_PX, 0);
    unsigned int renderbuffer = attached_renderbuffer();
    app.glBindFramebuffer(GL_FRAMEBUFFER, 0);
    app.glDeleteRenderbuffers(1, &renderbuffer);
    app.glBindFramebuffer(GL_FRAMEBUFFER, framebuffer);
    sr_framebuffer info = inspect();
    CHECK(info.complete);
    check_size(&info, 0, 0);
    CHECK(!app.glIsRenderbuffer(renderbuffer));
}

static void should_leave_no_trace_when_the_texture_is_deleted(void) {
    unsigned int texture, framebuffer = create_framebuffer_of_texture(&texture);
    app.glBindFramebuffer(GL_FRAMEBUFFER, 0);
    app.glDeleteTextures(1, &texture);
    app.glBindFramebuffer(GL_FRAMEBUFFER, framebuffer);
    sr_framebuffer info = inspect();
    CHECK(info.complete);
    check_size(&info, 0, 0);
}

static void should_tell_the_surfaces_size_when_it_is_a_pbuffer(void) {
    gl_make_current(gl_first_context(), gl_create_pbuffer(31, 17));
    app.glBindFramebuffer(GL_FRAMEBUFFER, 0);
    sr_framebuffer info = inspect();
    CHECK_EQUAL(info.name, 0);
    CHECK(info.complete);
    check_size(&info, 31, 17);
    gl_make_current(gl_first_context(), NULL);
}

static void should_be_incomplete_when_there_is_no_surface(void) {
    app.glBindFramebuffer(GL_FRAMEBUFFER, 0);
    sr_framebuffer info = inspect();
    CHECK_EQUAL(info.name, 0);
    CHECK(!info.complete);
    check_size(&info, 0, 0);
}

static void should_tell_the_drivers_limits(void) {
    int expected[2], width_px = 0, height_px = 0;
    app.glGetIntegerv(GL_MAX_VIEWPORT_DIMS, expected);
    sr_framebuffer_limits(&gl, &width_px, &height_px);
    CHECK(width_px >= 1024);
    CHECK_EQUAL(width_px, expected[0]);
    CHECK_EQUAL(height_px, expected[1]);
}

int main(int argument_count, char **arguments) {
    flavour = gl_open(argument_count, arguments);
    CHECK(sr_context_resolve(&gl));
    RUN(should_tell_the_size_when_a_renderbuffer_is_attached);
    RUN(should_keep_the_bound_renderbuffer_when_it_asks_another);
    RUN(should_tell_a_textures_size_when_it_can_be_asked);
    RUN(should_be_incomplete_when_nothing_is_attached);
    RUN(should_be_incomplete_when_it_has_depth_only);
    RUN(should_leave_no_trace_when_the_renderbuffer_is_deleted);
    RUN(should_leave_no_trace_when_the_texture_is_deleted);
    RUN(should_tell_the_surfaces_size_when_it_is_a_pbuffer);
    RUN(should_be_incomplete_when_there_is_no_surface);
    RUN(should_tell_the_drivers_limits);
    if (has_read_target()) {
        RUN(should_count_samples_when_multisampled);
        RUN(should_be_incomplete_when_no_buffer_is_to_be_read);
        RUN(should_inspect_the_one_to_read_when_another_is_drawn_to);
    }
    gl_close();
    return check_report();
}
