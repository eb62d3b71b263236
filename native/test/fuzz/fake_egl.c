#include "fake_egl.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { EXTENSIONS = 0x1F03, NUM_EXTENSIONS = 0x821D, VERSION = 0x1F02, MAX_VIEWPORT_DIMS = 0x0D3A };

void *eglGetCurrentContext(void);
void *eglGetCurrentDisplay(void);
void *eglGetCurrentSurface(int which);
unsigned int eglQuerySurface(void *display, void *surface, int what, int *value);
void *eglGetProcAddress(const char *name);

enum { MARKS = 0x80000 /* the lowest name that a texture of the library has */, MOST_FRAMEBUFFERS = 64 };

static const fake_gl lost;
static const fake_gl *gl = &lost;
static int answered;
static unsigned int generated;
static bool framebuffers[MOST_FRAMEBUFFERS]; /* objects, by their names */
static unsigned int texture;                 /* the first one of the library that was bound */

void fake_egl_set(const fake_gl *new_gl) {
    gl = new_gl;
    answered = 0;
    generated = texture = 0;
    memset(framebuffers, 0, sizeof framebuffers);
}

static int answer(void) {
    return gl->answer_count == 0 ? 0 : gl->answers[answered++ % gl->answer_count];
}

static void require(bool allowed, const char *function) {
    if (!allowed && gl->strict) {
        fprintf(stderr, "%s is not in %s\n", function, gl->version);
        abort();
    }
}

static bool since(int es_major, int major, int minor) {
    return gl->es ? gl->major >= es_major : gl->major > major || (gl->major == major && gl->minor >= minor);
}

/* In the list, or before version 3 in the one string. */
static bool has(const char *extension) {
    for (int i = 0; gl->major >= 3 && i < gl->extension_count; i++) {
        if (gl->extension_names[i] != NULL && strcmp(gl->extension_names[i], extension) == 0)
            return true;
    }
    return gl->major < 3 && strstr(gl->extensions, extension) != NULL;
}

static bool framebuffers_since(int es_major) {
    bool extension = has("GL_ARB_framebuffer_object") || (es_major < 3 && has("GL_EXT_framebuffer_object"));
    return since(es_major, 3, 0) || (!gl->es && extension);
}

static const char *get_string(unsigned int name) {
    return name == VERSION ? gl->version : gl->extensions;
}

static const char *get_string_i(unsigned int name, unsigned int index) {
    require(since(3, 3, 0), "glGetStringi");
    if (name != EXTENSIONS || index >= (unsigned int)gl->extension_count)
        abort();
    return gl->extension_names[index];
}

static void get_integerv(unsigned int name, int *value) {
    if (name == NUM_EXTENSIONS)
        require(since(3, 3, 0), "GL_NUM_EXTENSIONS");
    *value = name == NUM_EXTENSIONS ? gl->extension_count : answer();
    if (name == MAX_VIEWPORT_DIMS)
        value[1] = answer();
}

static unsigned int check_framebuffer_status(unsigned int target) {
    (void)target;
    require(framebuffers_since(2), "glCheckFramebufferStatus");
    return answer() % 4 ? 0x8CD5 : 0;
}

static void get_attachment_iv(unsigned int target, unsigned int attachment, unsigned int what, int *value) {
    (void)target, (void)attachment;
    require(framebuffers_since(2), "glGetFramebufferAttachmentParameteriv");
    *value = what == 0x8CD0 && answer() % 4 ? (answer() % 2 ? 0x8D41 : 0x1702) : answer();
}

static unsigned char is_renderbuffer(unsigned int name) {
    require(framebuffers_since(2), "glIsRenderbuffer");
    return name % 4 != 0;
}

static unsigned char is_texture(unsigned int name) {
    return name < MARKS ? name % 4 != 0 : name == texture && !gl->forgets;
}

static void bind_texture(unsigned int target, unsigned int name) {
    (void)target;
    if (texture == 0 && name >= MARKS)
        texture = name;
}

static void delete_textures(int count, const unsigned int *names) {
    if (count != 1 || names[0] != texture)
        abort();
}

static void gen_framebuffers(int count, unsigned int *names) {
    require(framebuffers_since(2), "glGenFramebuffers");
    for (int i = 0; i < count; i++)
        names[i] = ++generated;
}

static unsigned char is_framebuffer(unsigned int name) {
    return name < MOST_FRAMEBUFFERS && framebuffers[name];
}

static void delete_framebuffers(int count, const unsigned int *names) {
    for (int i = 0; i < count; i++) {
        if (names[i] == 0 || names[i] > generated)
            abort();
        framebuffers[names[i]] = false;
    }
}

static void bind_framebuffer(unsigned int target, unsigned int name) {
    if (name != 0 && name < MOST_FRAMEBUFFERS)
        framebuffers[name] = !gl->forgets;
    require(framebuffers_since(target == 0x8D40 ? 2 : 3), "glBindFramebuffer of one to read, or to draw to");
}

static void bind_renderbuffer(unsigned int target, unsigned int name) {
    (void)target, (void)name;
    require(framebuffers_since(2), "glBindRenderbuffer");
}

static void get_renderbuffer_iv(unsigned int target, unsigned int what, int *value) {
    (void)target;
    require(what != 0x8CAB || framebuffers_since(3), "GL_RENDERBUFFER_SAMPLES");
    *value = answer();
}

static void get_level_of(unsigned int name, int level, unsigned int what, int *value) {
    (void)name, (void)level, (void)what;
    require(!gl->es && (since(0, 4, 5) || has("GL_ARB_direct_state_access")), "glGetTextureLevelParameteriv");
    *value = answer();
}

static void get_level(unsigned int target, int level, unsigned int what, int *value) {
    (void)target, (void)level, (void)what;
    require(!gl->es || gl->major > 3 || (gl->major == 3 && gl->minor >= 1), "glGetTexLevelParameteriv");
    *value = answer();
}

static void bind_textures(unsigned int unit, int count, const unsigned int *names) {
    (void)unit, (void)count, (void)names;
    require(!gl->es && (since(0, 4, 4) || has("GL_ARB_multi_bind")), "glBindTextures");
}

static void attach_texture(unsigned int target, unsigned int attachment, unsigned int name, int level) {
    (void)target, (void)attachment, (void)name, (void)level;
    require(gl->es && (gl->major > 3 || (gl->major == 3 && gl->minor >= 2)), "glFramebufferTexture");
}

typedef struct entry {
    const char *name;
    void (*function)(void);
} entry;

#define ENTRY(name, function)                                                                                          \
    { name, (void (*)(void))(uintptr_t)(function) }

static const entry entries[] = {
    ENTRY("glGetString", get_string),
    ENTRY("glGetIntegerv", get_integerv),
    ENTRY("glGetStringi", get_string_i),
    ENTRY("glCheckFramebufferStatus", check_framebuffer_status),
    ENTRY("glGetFramebufferAttachmentParameteriv", get_attachment_iv),
    ENTRY("glIsRenderbuffer", is_renderbuffer),
    ENTRY("glIsTexture", is_texture),
    ENTRY("glBindTexture", bind_texture),
    ENTRY("glDeleteTextures", delete_textures),
    ENTRY("glGenFramebuffers", gen_framebuffers),
    ENTRY("glIsFramebuffer", is_framebuffer),
    ENTRY("glDeleteFramebuffers", delete_framebuffers),
    ENTRY("glBindFramebuffer", bind_framebuffer),
    ENTRY("glBindRenderbuffer", bind_renderbuffer),
    ENTRY("glGetRenderbufferParameteriv", get_renderbuffer_iv),
    ENTRY("glCheckFramebufferStatusEXT", check_framebuffer_status),
    ENTRY("glGetFramebufferAttachmentParameterivEXT", get_attachment_iv),
    ENTRY("glIsRenderbufferEXT", is_renderbuffer),
    ENTRY("glBindFramebufferEXT", bind_framebuffer),
    ENTRY("glBindRenderbufferEXT", bind_renderbuffer),
    ENTRY("glGetRenderbufferParameterivEXT", get_renderbuffer_iv),
    ENTRY("glGenFramebuffersEXT", gen_framebuffers),
    ENTRY("glIsFramebufferEXT", is_framebuffer),
    ENTRY("glDeleteFramebuffersEXT", delete_framebuffers),
    ENTRY("glGetTextureLevelParameteriv", get_level_of),
    ENTRY("glGetTexLevelParameteriv", get_level),
    ENTRY("glBindTextures", bind_textures),
    ENTRY("glFramebufferTexture", attach_texture),
};

/* As real ones do, it has an address for every name, but for the missing one. */
static void unknown(void) {
    abort();
}

void *eglGetProcAddress(const char *name) {
    if (gl->missing != NULL && strcmp(gl->missing, name) == 0)
        return NULL;
    for (size_t i = 0; i < sizeof entries / sizeof entries[0]; i++) {
        if (strcmp(entries[i].name, name) == 0)
            return (void *)(uintptr_t)entries[i].function;
    }
    return (void *)(uintptr_t)unknown;
}

void *eglGetCurrentContext(void) {
    return &gl;
}

void *eglGetCurrentDisplay(void) {
    return &gl;
}

void *eglGetCurrentSurface(int which) {
    (void)which;
    return answer() % 2 ? &gl : NULL;
}

unsigned int eglQuerySurface(void *display, void *surface, int what, int *value) {
    (void)display, (void)surface, (void)what;
    *value = answer();
    return answer() % 4 != 0;
}
