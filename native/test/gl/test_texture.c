/* The size of every kind of texture that can be attached, by every way to ask. Every test also checks that the
 * application finds nothing of it.
 */
#include "check.h"
#include "gl_context.h"
#include "sr_context.h"
#include "sr_framebuffer.h"

#include <stdlib.h>
#include <string.h>

enum { WIDTH_PX = 24, HEIGHT_PX = 10, LAYERS = 3, SAMPLES = 4, KINDS = 9, GL_TEXTURE_MAX_LEVEL = 0x813D };

typedef struct texture_kind {
    unsigned int target, binding, image; /* `image` is what is attached: a face, or the target */
    int level, layer;
    int major, minor, es_minor; /* the first versions that have it; of GLES, in 3.x, and 9 for never */
    bool layered, multisampled;
    const char *name;
} texture_kind;

static const texture_kind kinds[KINDS] = {
    {0x0DE1, 0x8069, 0x0DE1, 0, 0, 1, 1, -10, false, false, "2D"},
    {0x0DE1, 0x8069, 0x0DE1, 2, 0, 1, 1, 0, false, false, "2D, level 2"},
    {0x8513, 0x8514, 0x8518, 1, 0, 1, 3, 0, false, false, "a cube map's face, level 1"},
    {0x84F5, 0x84F6, 0x84F5, 0, 0, 2, 1, 9, false, false, "RECTANGLE"},
    {0x8C1A, 0x8C1D, 0x8C1A, 1, 0, 3, 0, 0, true, false, "2D_ARRAY, layer 0 of level 1"},
    {0x8C1A, 0x8C1D, 0x8C1A, 0, 2, 3, 0, 0, true, false, "2D_ARRAY, layer 2"},
    {0x806F, 0x806A, 0x806F, 0, 1, 3, 0, 0, true, false, "3D, layer 1"},
    {0x9100, 0x9104, 0x9100, 0, 0, 3, 2, 1, false, true, "2D_MULTISAMPLE"},
    {0x9102, 0x9105, 0x9102, 0, 1, 3, 2, 2, true, true, "2D_MULTISAMPLE_ARRAY, layer 1"},
};

static sr_gl gl;
static const gl_flavour *flavour;
static const texture_kind *kind;
static unsigned int texture, framebuffer;

static bool exists(void) {
    if (flavour->es)
        return flavour->major * 10 + flavour->minor >= 30 + kind->es_minor;
    return flavour->major * 10 + flavour->minor >= kind->major * 10 + kind->minor;
}

static int shrunk(int size_px, int level) {
    return size_px >> level > 0 ? size_px >> level : 1;
}

static void set_faces(int size_px, int level) {
    for (unsigned int face = 0x8515; face <= 0x851A; face++)
        app.glTexImage2D(face, level, GL_RGBA8, size_px, size_px, 0, GL_RGBA, GL_UNSIGNED_BYTE, NULL);
}

static void set_level(int width_px, int height_px, int level) {
    if (kind->target == 0x8513)
        set_faces(width_px, level);
    else if (kind->layered)
        app.glTexImage3D(kind->target, level, GL_RGBA8, width_px, height_px, LAYERS, 0, GL_RGBA, GL_UNSIGNED_BYTE,
                         NULL);
    else
        app.glTexImage2D(kind->target, level, flavour->major == 2 ? GL_RGBA : GL_RGBA8, width_px, height_px, 0, GL_RGBA,
                         GL_UNSIGNED_BYTE, NULL);
}

static void set_samples(int width_px, int height_px) {
    if (kind->layered && flavour->es)
        app.glTexStorage3DMultisample(kind->target, SAMPLES, GL_RGBA8, width_px, height_px, LAYERS, 1);
    else if (kind->layered)
        app.glTexImage3DMultisample(kind->target, SAMPLES, GL_RGBA8, width_px, height_px, LAYERS, 1);
    else if (flavour->es)
        app.glTexStorage2DMultisample(kind->target, SAMPLES, GL_RGBA8, width_px, height_px, 1);
    else
        app.glTexImage2DMultisample(kind->target, SAMPLES, GL_RGBA8, width_px, height_px, 1);
}

/* Level 0 has this size, and each further level half of it. */
static void specify(int width_px, int height_px) {
    app.glBindTexture(kind->target, texture);
    if (kind->level > 0)
        app.glTexParameteri(kind->target, GL_TEXTURE_MAX_LEVEL, kind->level);
    if (kind->multisampled)
        set_samples(width_px, height_px);
    for (int level = 0; level <= kind->level && !kind->multisampled; level++)
        set_level(shrunk(width_px, level), shrunk(height_px, level), level);
    app.glBindTexture(kind->target, 0);
}

static void attach(void) {
    app.glGenFramebuffers(1, &framebuffer);
    app.glBindFramebuffer(GL_FRAMEBUFFER, framebuffer);
    if (kind->layered)
        app.glFramebufferTextureLayer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, texture, kind->level, kind->layer);
    else
        app.glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, kind->image, texture, kind->level);
}

static void open_texture(int width_px, int height_px) {
    app.glGenTextures(1, &texture);
    specify(width_px, height_px);
    attach();
}

static bool is_known(void) {
    if (!gl.textures.levels)
        return false;
    if (gl.textures.by_name || gl.textures.by_unit || kind->target == 0x8513)
        return true;
    return gl.textures.by_trial && !kind->layered;
}

/* Others are bound, to both of the texture's targets that may be asked. */
static void check_size(int width_px, int height_px) {
    unsigned int others[2];
    int cube = kind->target == 0x8513;
    sr_framebuffer info;
    app.glGenTextures(2, others);
    app.glBindTexture(kind->target, others[0]);
    if (kind->target != GL_TEXTURE_2D)
        app.glBindTexture(GL_TEXTURE_2D, others[1]);
    CHECK_EQUAL(app.glGetError(), 0);
    sr_framebuffer_inspect(&gl, &info);
    CHECK_EQUAL(app.glGetError(), 0);
    CHECK(info.complete);
    CHECK_EQUAL(info.width_px, is_known() ? shrunk(width_px, kind->level) : 0);
    CHECK_EQUAL(info.height_px, is_known() ? shrunk(cube ? width_px : height_px, kind->level) : 0);
    CHECK_EQUAL(gl_get(kind->binding), others[0]);
    CHECK(kind->target == GL_TEXTURE_2D || gl_get(GL_TEXTURE_BINDING_2D) == (int)others[1]);
    CHECK_EQUAL(gl_get(GL_FRAMEBUFFER_BINDING), framebuffer);
    CHECK_EQUAL(app.glGetError(), 0);
}

static void should_tell_the_size(void) {
    open_texture(WIDTH_PX, HEIGHT_PX);
    check_size(WIDTH_PX, HEIGHT_PX);
}

static void should_tell_the_new_size_when_the_texture_is_specified_again(void) {
    open_texture(WIDTH_PX, HEIGHT_PX);
    specify(WIDTH_PX / 2, HEIGHT_PX / 2);
    check_size(WIDTH_PX / 2, HEIGHT_PX / 2);
}

static void should_keep_another_unit_when_it_is_active(void) {
    open_texture(WIDTH_PX, HEIGHT_PX);
    app.glActiveTexture(0x84C0 + 3);
    check_size(WIDTH_PX, HEIGHT_PX);
    CHECK_EQUAL(gl_get(0x84E0), 0x84C0 + 3);
    app.glActiveTexture(0x84C0);
}

/* A texture that is bound while it is asked stays bound. */
static void should_keep_the_texture_bound_when_it_is(void) {
    sr_framebuffer info;
    open_texture(WIDTH_PX, HEIGHT_PX);
    app.glBindTexture(kind->target, texture);
    sr_framebuffer_inspect(&gl, &info);
    CHECK_EQUAL(gl_get(kind->binding), texture);
    CHECK_EQUAL(info.width_px, is_known() ? shrunk(WIDTH_PX, kind->level) : 0);
    CHECK_EQUAL(app.glGetError(), 0);
}

static void run_kind(void) {
    printf("%s\n", kind->name);
    RUN(should_tell_the_size);
    if (!(kind->multisampled && flavour->es)) /* whose storage is immutable */
        RUN(should_tell_the_new_size_when_the_texture_is_specified_again);
    RUN(should_keep_another_unit_when_it_is_active);
    RUN(should_keep_the_texture_bound_when_it_is);
}

/* Leaves the context only this way; not every driver lets itself be told to forget an extension. */
static bool choose_way(const char *way) {
    sr_gl_textures *textures = &gl.textures;
    const sr_gl_textures has = *textures;
    textures->by_name = textures->by_unit = textures->by_trial = false;
    if (strcmp(way, "name") == 0)
        return textures->by_name = has.by_name;
    if (strcmp(way, "unit") == 0)
        return textures->by_unit = has.by_unit;
    if (strcmp(way, "trial") == 0)
        return textures->by_trial = has.by_trial;
    return strcmp(way, "none") == 0;
}

/* test_texture FLAVOUR name|unit|trial|none: the way to ask, which this context must have. */
int main(int argument_count, char **arguments) {
    if (argument_count != 3)
        return 2;
    flavour = gl_open(2, arguments);
    CHECK(sr_context_resolve(&gl));
    CHECK(choose_way(arguments[2]));
    for (int i = 0; i < KINDS; i++) {
        kind = &kinds[i];
        if (exists())
            run_kind();
    }
    gl_close();
    return check_report();
}
