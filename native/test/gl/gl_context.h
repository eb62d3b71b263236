/* GL as an application has it: contexts of Mesa's, without a window. The tests draw with these functions, never the
 * library.
 */
#ifndef GL_CONTEXT_H
#define GL_CONTEXT_H

#include <stdbool.h>
#include <stddef.h>

#define APP_GL_FUNCTIONS(F)                                                                                            \
    F(void, glActiveTexture, (unsigned int))                                                                           \
    F(void, glAlphaFunc, (unsigned int, float))                                                                        \
    F(unsigned int, glCreateProgram, (void))                                                                           \
    F(void, glAttachShader, (unsigned int, unsigned int))                                                              \
    F(void, glBeginTransformFeedback, (unsigned int))                                                                  \
    F(void, glBeginConditionalRenderNV, (unsigned int, unsigned int))                                                  \
    F(void, glBeginQuery, (unsigned int, unsigned int))                                                                \
    F(void, glBindBufferBase, (unsigned int, unsigned int, unsigned int))                                              \
    F(void, glBindSampler, (unsigned int, unsigned int))                                                               \
    F(void, glBindVertexArray, (unsigned int))                                                                         \
    F(void, glBlendFunc, (unsigned int, unsigned int))                                                                 \
    F(void, glClearBufferfv, (unsigned int, int, const float *))                                                       \
    F(void, glColorMask, (unsigned char, unsigned char, unsigned char, unsigned char))                                 \
    F(void, glColorMaski, (unsigned int, unsigned char, unsigned char, unsigned char, unsigned char))                  \
    F(void, glCompileShader, (unsigned int))                                                                           \
    F(unsigned int, glCreateShader, (unsigned int))                                                                    \
    F(void, glClipControl, (unsigned int, unsigned int))                                                               \
    F(void, glCullFace, (unsigned int))                                                                                \
    F(void, glDeleteProgram, (unsigned int))                                                                           \
    F(void, glDeleteQueries, (int, const unsigned int *))                                                              \
    F(void, glDepthFunc, (unsigned int))                                                                               \
    F(void, glEnablei, (unsigned int, unsigned int))                                                                   \
    F(void, glEndConditionalRenderNV, (void))                                                                          \
    F(void, glEndQuery, (unsigned int))                                                                                \
    F(void, glEndTransformFeedback, (void))                                                                            \
    F(void, glFinish, (void))                                                                                          \
    F(void, glGenQueries, (int, unsigned int *))                                                                       \
    F(void, glGenSamplers, (int, unsigned int *))                                                                      \
    F(void, glGenVertexArrays, (int, unsigned int *))                                                                  \
    F(void, glGetBooleani_v, (unsigned int, unsigned int, unsigned char *))                                            \
    F(void, glGetFloati_v, (unsigned int, unsigned int, float *))                                                      \
    F(void, glGetFloatv, (unsigned int, float *))                                                                      \
    F(void, glGetQueryObjectuiv, (unsigned int, unsigned int, unsigned int *))                                         \
    F(unsigned char, glIsEnabledi, (unsigned int, unsigned int))                                                       \
    F(void, glLinkProgram, (unsigned int))                                                                             \
    F(void, glLogicOp, (unsigned int))                                                                                 \
    F(void, glPixelTransferf, (unsigned int, float))                                                                   \
    F(void, glPolygonMode, (unsigned int, unsigned int))                                                               \
    F(void, glPrimitiveRestartIndex, (unsigned int))                                                                   \
    F(void, glReadPixels, (int, int, int, int, unsigned int, unsigned int, void *))                                    \
    F(void, glSampleCoverage, (float, unsigned char))                                                                  \
    F(void, glSamplerParameteri, (unsigned int, unsigned int, int))                                                    \
    F(void, glShaderSource, (unsigned int, int, const char *const *, const int *))                                     \
    F(void, glStencilFunc, (unsigned int, int, unsigned int))                                                          \
    F(void, glTexImage2DMultisample, (unsigned int, int, unsigned int, int, int, unsigned char))                       \
    F(void, glTexParameteri, (unsigned int, unsigned int, int))                                                        \
    F(void, glTexImage3D, (unsigned int, int, int, int, int, int, int, unsigned int, unsigned int, const void *))      \
    F(void, glTexImage3DMultisample, (unsigned int, int, unsigned int, int, int, int, unsigned char))                  \
    F(void, glTexStorage2DMultisample, (unsigned int, int, unsigned int, int, int, unsigned char))                     \
    F(void, glTexStorage3DMultisample, (unsigned int, int, unsigned int, int, int, int, unsigned char))                \
    F(void, glTransformFeedbackVaryings, (unsigned int, int, const char *const *, unsigned int))                       \
    F(void, glUseProgram, (unsigned int))                                                                              \
    F(void, glViewport, (int, int, int, int))                                                                          \
    F(void, glViewportIndexedf, (unsigned int, float, float, float, float))                                            \
    F(void, glBindBuffer, (unsigned int, unsigned int))                                                                \
    F(void, glBindFramebuffer, (unsigned int, unsigned int))                                                           \
    F(void, glBindRenderbuffer, (unsigned int, unsigned int))                                                          \
    F(void, glBindTexture, (unsigned int, unsigned int))                                                               \
    F(void, glBufferData, (unsigned int, ptrdiff_t, const void *, unsigned int))                                       \
    F(void, glClear, (unsigned int))                                                                                   \
    F(void, glClearColor, (float, float, float, float))                                                                \
    F(void, glDeleteBuffers, (int, const unsigned int *))                                                              \
    F(void, glDeleteRenderbuffers, (int, const unsigned int *))                                                        \
    F(void, glDeleteSamplers, (int, const unsigned int *))                                                             \
    F(unsigned char, glIsSampler, (unsigned int))                                                                      \
    F(void, glDeleteTextures, (int, const unsigned int *))                                                             \
    F(void, glDisable, (unsigned int))                                                                                 \
    F(void, glEnable, (unsigned int))                                                                                  \
    F(void, glFramebufferRenderbuffer, (unsigned int, unsigned int, unsigned int, unsigned int))                       \
    F(void, glFramebufferTexture2D, (unsigned int, unsigned int, unsigned int, unsigned int, int))                     \
    F(void, glFramebufferTextureLayer, (unsigned int, unsigned int, unsigned int, int, int))                           \
    F(void, glGenBuffers, (int, unsigned int *))                                                                       \
    F(void, glGenFramebuffers, (int, unsigned int *))                                                                  \
    F(void, glGenRenderbuffers, (int, unsigned int *))                                                                 \
    F(void, glGenTextures, (int, unsigned int *))                                                                      \
    F(unsigned int, glGetError, (void))                                                                                \
    F(void, glGetFramebufferAttachmentParameteriv, (unsigned int, unsigned int, unsigned int, int *))                  \
    F(void, glGetIntegerv, (unsigned int, int *))                                                                      \
    F(unsigned char, glIsBuffer, (unsigned int))                                                                       \
    F(unsigned char, glIsFramebuffer, (unsigned int))                                                                  \
    F(unsigned char, glIsRenderbuffer, (unsigned int))                                                                 \
    F(unsigned char, glIsTexture, (unsigned int))                                                                      \
    F(void *, glMapBufferRange, (unsigned int, ptrdiff_t, ptrdiff_t, unsigned int))                                    \
    F(void, glPixelStorei, (unsigned int, int))                                                                        \
    F(void, glReadBuffer, (unsigned int))                                                                              \
    F(void, glRenderbufferStorage, (unsigned int, unsigned int, int, int))                                             \
    F(void, glRenderbufferStorageMultisample, (unsigned int, int, unsigned int, int, int))                             \
    F(void, glScissor, (int, int, int, int))                                                                           \
    F(void, glTexImage2D, (unsigned int, int, int, int, int, int, unsigned int, unsigned int, const void *))           \
    F(unsigned char, glUnmapBuffer, (unsigned int))

#define APP_GL_MEMBER(result, name, parameters) result(*name) parameters;
extern struct app_gl { APP_GL_FUNCTIONS(APP_GL_MEMBER) } app;

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
/* Shares objects with the first one. */
void *gl_create_sharing_context(void);
void gl_destroy_context(void *context);
/* The surface may be NULL; so may the context, and then none is current. */
void gl_make_current(void *context, void *surface);
void *gl_first_context(void);
void *gl_create_pbuffer(int width_px, int height_px);
/* Destroys every context and surface with their display. */
void gl_close(void);
/* EGL's error of this thread. */
int gl_window_error(void);

int gl_get(unsigned int name);
/* Bound as the framebuffer to draw to and to read from; `samples` 0 makes a plain one. */
unsigned int gl_create_framebuffer(int width_px, int height_px, int samples);
unsigned int gl_create_framebuffer_of(unsigned int internal_format, int width_px, int height_px, int samples);

#endif
