/* What the application has bound while a sharing context deletes it stays bound, but cannot be bound again by its name.
 * Such a binding stays or ends empty; nothing of ours stays there, and there is no GL error.
 */
#include "check.h"
#include "gl_context.h"
#include "gl_picture.h"
#include "sr_context.h"
#include "sr_framebuffer.h"
#include "sr_selection.h"
#include "sr_slab.h"
#include "sr_transfer.h"

enum {
    GL_ACTIVE_TEXTURE = 0x84E0,
    GL_PIXEL_PACK_BUFFER = 0x88EB,
    GL_PIXEL_PACK_BUFFER_BINDING = 0x88ED,
    GL_PIXEL_UNPACK_BUFFER = 0x88EC,
    GL_PIXEL_UNPACK_BUFFER_BINDING = 0x88EF,
    GL_SAMPLER_BINDING = 0x8919,
    GL_TEXTURE0 = 0x84C0,
    GL_TEXTURE_CUBE_MAP = 0x8513,
    GL_TEXTURE_CUBE_MAP_BINDING = 0x8514,
};
static const int64_t PATIENCE_NS = 5000000000;

typedef struct theirs {
    unsigned int renderbuffer, texture, cube_map, sampler, pack_buffer, unpack_buffer;
} theirs;

static sr_gl gl;
static void *other_context;
static bool samplers, pixel_buffers;
static theirs before;

static void bind_textures(void) {
    app.glActiveTexture(GL_TEXTURE0);
    app.glGenTextures(1, &before.texture);
    app.glBindTexture(GL_TEXTURE_2D, before.texture);
    app.glGenTextures(1, &before.cube_map);
    app.glBindTexture(GL_TEXTURE_CUBE_MAP, before.cube_map);
    if (!samplers)
        return;
    app.glGenSamplers(1, &before.sampler);
    app.glBindSampler(0, before.sampler);
}

static void bind_buffers(void) {
    app.glGenRenderbuffers(1, &before.renderbuffer);
    app.glBindRenderbuffer(GL_RENDERBUFFER, before.renderbuffer);
    if (!pixel_buffers)
        return;
    app.glGenBuffers(1, &before.pack_buffer);
    app.glBindBuffer(GL_PIXEL_PACK_BUFFER, before.pack_buffer);
    app.glGenBuffers(1, &before.unpack_buffer);
    app.glBindBuffer(GL_PIXEL_UNPACK_BUFFER, before.unpack_buffer);
}

static void delete_all(void) {
    app.glDeleteTextures(1, &before.texture);
    app.glDeleteTextures(1, &before.cube_map);
    app.glDeleteRenderbuffers(1, &before.renderbuffer);
    if (samplers)
        app.glDeleteSamplers(1, &before.sampler);
    if (!pixel_buffers)
        return;
    app.glDeleteBuffers(1, &before.pack_buffer);
    app.glDeleteBuffers(1, &before.unpack_buffer);
}

static void bind_what_is_deleted_elsewhere(void) {
    bind_textures();
    bind_buffers();
    app.glFinish();
    gl_make_current(other_context, NULL);
    delete_all();
    app.glFinish();
    gl_make_current(gl_first_context(), NULL);
    CHECK_EQUAL(gl_get(GL_RENDERBUFFER_BINDING), before.renderbuffer);
    CHECK(!app.glIsRenderbuffer(before.renderbuffer));
}

static void check_binding(unsigned int binding, unsigned int name, unsigned char (*is_object)(unsigned int)) {
    unsigned int now = (unsigned int)gl_get(binding);
    if (now != 0)
        CHECK_EQUAL(now, name);
    CHECK(!is_object(now));
}

static void check_nothing_of_ours_is_bound(void) {
    CHECK_EQUAL(app.glGetError(), 0);
    CHECK_EQUAL(gl_get(GL_ACTIVE_TEXTURE), GL_TEXTURE0);
    check_binding(GL_RENDERBUFFER_BINDING, before.renderbuffer, app.glIsRenderbuffer);
    check_binding(GL_TEXTURE_BINDING_2D, before.texture, app.glIsTexture);
    check_binding(GL_TEXTURE_CUBE_MAP_BINDING, before.cube_map, app.glIsTexture);
    if (samplers)
        check_binding(GL_SAMPLER_BINDING, before.sampler, app.glIsSampler);
    if (!pixel_buffers)
        return;
    check_binding(GL_PIXEL_PACK_BUFFER_BINDING, before.pack_buffer, app.glIsBuffer);
    check_binding(GL_PIXEL_UNPACK_BUFFER_BINDING, before.unpack_buffer, app.glIsBuffer);
}

static void attach_new_texture(unsigned int target, unsigned int first_image, int images) {
    unsigned int texture;
    if (pixel_buffers)
        app.glBindBuffer(GL_PIXEL_UNPACK_BUFFER, 0);
    app.glGenTextures(1, &texture);
    app.glBindTexture(target, texture);
    for (int i = 0; i < images; i++)
        app.glTexImage2D(first_image + (unsigned int)i, 0, GL_RGBA, 8, 8, 0, GL_RGBA, GL_UNSIGNED_BYTE, NULL);
    app.glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, first_image, texture, 0);
    app.glBindTexture(target, 0);
}

static void check_inspection(void) {
    sr_framebuffer info;
    bind_what_is_deleted_elsewhere();
    sr_framebuffer_inspect(&gl, &info);
    CHECK(info.complete);
    check_nothing_of_ours_is_bound();
}

static void should_leave_nothing_bound_when_a_framebuffer_is_inspected(void) {
    unsigned int stage = (unsigned int)sr_selection_bound(&gl), textured;
    check_inspection();
    app.glGenFramebuffers(1, &textured);
    app.glBindFramebuffer(GL_FRAMEBUFFER, textured);
    attach_new_texture(GL_TEXTURE_2D, GL_TEXTURE_2D, 1);
    check_inspection();
    attach_new_texture(GL_TEXTURE_CUBE_MAP, 0x8515 /* POSITIVE_X */, 6);
    check_inspection();
    app.glBindFramebuffer(GL_FRAMEBUFFER, stage);
}

static void check_read(sr_strategy strategy, const sr_reader *reader, size_t size_bytes) {
    sr_pool *pool = sr_pool_create();
    sr_slab *slab = sr_strategy_uses_driver_memory(strategy) ? sr_slab_create_for_driver(pool, 1, size_bytes)
                                                             : sr_slab_create(pool, 1, size_bytes);
    bind_what_is_deleted_elsewhere();
    sr_transfer *transfer = sr_transfer_open(&gl, strategy, sr_slab_slots(slab), size_bytes);
    check_nothing_of_ours_is_bound();
    for (int round = 0; round < 2; round++) {
        bind_what_is_deleted_elsewhere();
        CHECK_EQUAL(sr_transfer_begin(transfer, reader, sr_selection_bound(&gl), true), SR_READ_OK);
        check_nothing_of_ours_is_bound();
        bind_what_is_deleted_elsewhere();
        CHECK_EQUAL(sr_transfer_poll(transfer, PATIENCE_NS), SR_TRANSFER_DONE);
        check_nothing_of_ours_is_bound();
    }
    bind_what_is_deleted_elsewhere();
    sr_transfer_close(transfer);
    check_nothing_of_ours_is_bound();
    sr_slab_retire(slab);
    sr_pool_retire(pool);
}

static void should_leave_nothing_bound_when_a_frame_is_read_whatever_the_source(void) {
    for (int kind = SR_SOURCE_BOTTOM_UP; kind <= SR_SOURCE_PLANES; kind++) {
        sr_area area = picture_whole(kind == SR_SOURCE_PLANES ? SR_NV12 : SR_RGBX);
        sr_reader reader;
        bind_what_is_deleted_elsewhere();
        bool opened =
            sr_reader_open(&reader, &gl, &area, (sr_source_kind)kind, (sr_colour){SR_BT601, SR_LIMITED_RANGE});
        check_nothing_of_ours_is_bound();
        if (!opened)
            continue;
        for (int strategy = SR_CLIENT; strategy < SR_STRATEGIES; strategy++) {
            if (sr_strategy_supported(&gl, (sr_strategy)strategy))
                check_read((sr_strategy)strategy, &reader, picture_bytes(&area) + SR_BEHIND_BYTES);
        }
        sr_reader_close(&reader);
    }
}

int main(int argument_count, char **arguments) {
    const gl_flavour *flavour = gl_open(argument_count, arguments);
    CHECK(sr_context_resolve(&gl));
    other_context = gl_create_sharing_context();
    samplers = flavour->major > 3 || (flavour->major == 3 && (flavour->es || flavour->minor >= 3));
    pixel_buffers = flavour->major >= 3;
    gl_create_framebuffer(PICTURE_WIDTH_PX, PICTURE_HEIGHT_PX, 0);
    picture_draw();
    RUN(should_leave_nothing_bound_when_a_framebuffer_is_inspected);
    RUN(should_leave_nothing_bound_when_a_frame_is_read_whatever_the_source);
    gl_destroy_context(other_context);
    gl_close();
    return check_report();
}
