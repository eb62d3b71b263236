/* GL as an application has it: contexts of Mesa's, without a window. The tests draw with these functions, never the
 * library.
 */
#ifndef GL_CONTEXT_H
#define GL_CONTEXT_H

#include <stdbool.h>
#include <stddef.h>

#define APP_GL_FUNCTIONS(F) \
    F(void, glBindBuffer, (unsigned int, unsigned int)) \
    F(void, glBindFramebuffer, (unsigned int, unsigned int)) \
    F(void, glBindRenderbuffer, (unsigned int, unsigned int)) \
    F(void, glBindTexture, (unsigned int, unsigned int)) \
    F(void, glBufferData, (unsigned int, ptrdiff_t, const void *, unsigned int)) \
    F(void, glClear, (unsigned int)) \
    F(void, glClearColor, (float, float, float, float)) \
    F(void, glDeleteRenderbuffers, (int, const unsigned int *)) \
    F(void, glDeleteTextures, (int, const unsigned int *)) \
    F(void, glDisable, (unsigned int)) \
    F(void, glEnable, (unsigned int)) \
    F(void, glFramebufferRenderbuffer, (unsigned int, unsigned int, unsigned int, unsigned int)) \
    F(void, glFramebufferTexture2D, (unsigned int, unsigned int, unsigned int, unsigned int, int)) \
    F(void, glGenBuffers, (int, unsigned int *)) \
    F(void, glGenFramebuffers, (int, unsigned int *)) \
    F(void, glGenRenderbuffers, (int, unsigned int *)) \
    F(void, glGenTextures, (int, unsigned int *)) \
    F(unsigned int, glGetError, (void)) \
    F(void, glGetFramebufferAttachmentParameteriv, (unsigned int, unsigned int, unsigned int, int *)) \
    F(void, glGetIntegerv, (unsigned int, int *)) \
    F(unsigned char, glIsRenderbuffer, (unsigned int)) \
    F(void *, glMapBufferRange, (unsigned int, ptrdiff_t, ptrdiff_t, unsigned int)) \
    F(void, glPixelStorei, (unsigned int, int)) \
    F(void, glReadBuffer, (unsigned int)) \
    F(void, glRenderbufferStorage, (unsigned int, unsigned int, int, int)) \
    F(void, glRenderbufferStorageMultisample, (unsigned int, int, unsigned int, int, int)) \
    F(void, glScissor, (int, int, int, int)) \
    F(void, glTexImage2D, (unsigned int, int, int, int, int, int, unsigned int, unsigned int, const void *)) \
    F(unsigned char, glUnmapBuffer, (unsigned int))

#define APP_GL_MEMBER(result, name, parameters) result(*name) parameters;
extern struct app_gl {
    APP_GL_FUNCTIONS(APP_GL_MEMBER)
} app;

enum {
    GL_COLOR_ATTACHMENT0 = 0x8CE0,
    GL_COLOR_BUFFER_BIT = 0x4000,
    GL_DEPTH_ATTACHMENT = 0x8D00,
    GL_DEPTH_COMPONENT16 = 0x81A5,
    GL_DRAW_FRAMEBUFFER = 0x8CA9,
    GL_FRAMEBUFFER = 0x8D40,
    GL_FRAMEBUFFER_ATTACHMENT_OBJECT_NAME = 0x8CD1,
    GL_FRAMEBUFFER_BINDING = 0x8CA6, /* the draw framebuffer's, where there are two */
    GL_MAX_VIEWPORT_DIMS = 0x0D3A,
    GL_NONE = 0,
    GL_READ_FRAMEBUFFER = 0x8CA8,
    GL_READ_FRAMEBUFFER_BINDING = 0x8CAA,
    GL_RENDERBUFFER = 0x8D41,
    GL_RENDERBUFFER_BINDING = 0x8CA7,
    GL_RGBA = 0x1908,
    GL_RGBA8 = 0x8058,
    GL_SCISSOR_TEST = 0x0C11,
    GL_TEXTURE_2D = 0x0DE1,
    GL_TEXTURE_BINDING_2D = 0x8069,
    GL_UNSIGNED_BYTE = 0x1401,
};

/* What the contexts of this program are. */
typedef struct gl_flavour {
    const char *name;
    int major, minor; /* of the version that they have */
    bool es, core;
    const char *variable, *version; /* Mesa gives the newest version it can, unless told this */
} gl_flavour;

/* For the flavour that a program's argument names: a context, current, without a surface. Ends the program with a
 * message when the argument is unknown or the machine has no such GL. */
const gl_flavour *gl_open(int argument_count, char **arguments);
const gl_flavour *gl_flavour_in_use(void);
/* A further context, not current. */
void *gl_create_context(void);
/* The surface may be NULL; so may the context, and then none is current. */
void gl_make_current(void *context, void *surface);
void *gl_first_context(void);
void *gl_create_pbuffer(int width_px, int height_px);
/* Destroys every context and surface with their display. */
void gl_close(void);

int gl_get(unsigned int name);
/* Bound as the framebuffer to draw to and to read from; `samples` 0 makes a plain one. */
unsigned int gl_create_framebuffer(int width_px, int height_px, int samples);

#endif
