/* A driver that calls itself anything, and answers anything or nothing. */
#include "fake_egl.h"
#include "fuzz_input.h"
#include "sr_context.h"
#include "sr_framebuffer.h"

enum { TEXT_BYTES = 48, EXTENSIONS = 4, ANSWERS = 16 };

typedef struct driver {
    char version[TEXT_BYTES], extensions[TEXT_BYTES], names[EXTENSIONS][TEXT_BYTES];
    const char *name_list[EXTENSIONS];
    int answers[ANSWERS];
    fake_gl gl;
} driver;

static const char *const KNOWN[] = {"GL_MESA_pack_invert", "GL_MESA_pack_invert2", "GL_EXT_texture"};

static void any_text(fuzz_input *input, char *text) {
    size_t length = (size_t)fuzz_below(input, TEXT_BYTES);
    fuzz_take(input, text, length);
    text[length] = '\0';
}

static void any_version(fuzz_input *input, driver *self) {
    fake_gl *gl = &self->gl;
    gl->strict = fuzz_below(input, 4) != 0;
    if (!gl->strict) {
        any_text(input, self->version);
        return;
    }
    gl->es = fuzz_below(input, 2);
    gl->major = 1 + fuzz_below(input, 4);
    gl->minor = fuzz_below(input, 10);
    snprintf(self->version, sizeof self->version, "%s%d.%d Mesa", gl->es ? "OpenGL ES " : "", gl->major, gl->minor);
}

static void any_extensions(fuzz_input *input, driver *self) {
    any_text(input, self->extensions);
    self->gl.extension_count = fuzz_below(input, EXTENSIONS + 1);
    for (int i = 0; i < EXTENSIONS; i++) {
        int known = fuzz_below(input, 4);
        any_text(input, self->names[i]);
        self->name_list[i] = known < 3 ? KNOWN[known] : self->names[i];
    }
}

/* What a lost context and an incomplete driver are like; most are neither. */
static void any_loss(fuzz_input *input, driver *self) {
    static const char *const functions[] = {"glGetString",   "glReadPixels",      "glBindFramebuffer", "glFenceSync",
                                            "glBindTexture", "glGenFramebuffers", "glBufferStorage",   "glGetStringi"};
    switch (fuzz_below(input, 12)) {
    case 0:
        self->gl.version = NULL;
        break;
    case 1:
        self->gl.extensions = NULL;
        break;
    case 2:
        self->name_list[fuzz_below(input, EXTENSIONS)] = NULL;
        break;
    case 3:
        self->gl.missing = functions[fuzz_below(input, 8)];
        break;
    case 4:
        self->gl.forgets = true;
        break;
    default:
        break;
    }
}

static void any_driver(fuzz_input *input, driver *self) {
    any_version(input, self);
    any_extensions(input, self);
    fuzz_take(input, self->answers, sizeof self->answers);
    self->gl.version = self->version;
    self->gl.extensions = self->extensions;
    self->gl.extension_names = self->name_list;
    self->gl.answers = self->answers;
    self->gl.answer_count = ANSWERS;
    any_loss(input, self);
}

static bool has_pack_invert(const driver *self) {
    for (int i = 0; i < self->gl.extension_count; i++) {
        if (self->name_list[i] != NULL && strcmp(self->name_list[i], KNOWN[0]) == 0)
            return true;
    }
    return false;
}

/* What it says of itself is understood. */
static void check_abilities(const driver *self, const sr_gl *gl) {
    const fake_gl *fake = &self->gl;
    if (!fake->strict)
        return;
    FUZZ_CHECK(gl->es == fake->es && gl->major == fake->major && gl->minor == fake->minor);
    if (gl->major >= 3)
        FUZZ_CHECK(gl->pack_invert == has_pack_invert(self));
    FUZZ_CHECK(sr_gl_at_least(gl, fake->major, fake->minor) && !sr_gl_at_least(gl, fake->major, fake->minor + 1));
}

/* A surface that cannot be told of has no size, and one that cannot be read is asked nothing more. */
static void check_framebuffer(const sr_gl *gl) {
    sr_framebuffer info;
    int width_px, height_px;
    sr_framebuffer_inspect(gl, &info);
    FUZZ_CHECK(info.complete || (!info.rgba_first && (info.name == 0 || info.width_px == 0)));
    sr_framebuffer_limits(gl, &width_px, &height_px);
}

/* A context that lacks something is refused, and the refusal says what. */
static bool is_refused(const driver *self, const sr_gl *gl, bool resolved) {
    const fake_gl *fake = &self->gl;
    FUZZ_CHECK(resolved == (gl->obstacle[0] == '\0'));
    FUZZ_CHECK(!resolved || fake->version != NULL);
    FUZZ_CHECK(resolved || fake->version == NULL || fake->extensions == NULL || fake->missing != NULL ||
               fake->extension_count > 0);
    if (!resolved && fake->missing != NULL)
        FUZZ_CHECK(strstr(gl->obstacle, fake->missing) != NULL);
    return !resolved;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size_bytes) {
    fuzz_input input = {data, size_bytes};
    driver self = {0};
    sr_gl gl;
    any_driver(&input, &self);
    fake_egl_set(&self.gl);
    bool refused = is_refused(&self, &gl, sr_context_resolve(&gl));
    if (!refused) {
        FUZZ_CHECK(sr_context_mark(&gl) == !self.gl.forgets);
        FUZZ_CHECK(sr_context_is_current(&gl) && !sr_context_is_gone(&gl));
        check_abilities(&self, &gl);
        check_framebuffer(&gl);
    }
    sr_context_release(&gl);
    return 0;
}
