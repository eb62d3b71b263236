#include "gl_context.h"

#include <dlfcn.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    EGL_ALPHA_SIZE = 0x3021,
    EGL_BLUE_SIZE = 0x3022,
    EGL_CONTEXT_MAJOR_VERSION = 0x3098,
    EGL_CONTEXT_MINOR_VERSION = 0x30FB,
    EGL_CONTEXT_OPENGL_COMPATIBILITY_PROFILE_BIT = 2,
    EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT = 1,
    EGL_CONTEXT_OPENGL_PROFILE_MASK = 0x30FD,
    EGL_EXTENSIONS = 0x3055,
    EGL_GREEN_SIZE = 0x3023,
    EGL_HEIGHT = 0x3056,
    EGL_NONE = 0x3038,
    EGL_OPENGL_API = 0x30A2,
    EGL_OPENGL_BIT = 8,
    EGL_OPENGL_ES2_BIT = 4,
    EGL_OPENGL_ES_API = 0x30A0,
    EGL_PBUFFER_BIT = 1,
    EGL_PLATFORM_DEVICE_EXT = 0x313F,
    EGL_PLATFORM_SURFACELESS_MESA = 0x31DD,
    EGL_RED_SIZE = 0x3024,
    EGL_RENDERABLE_TYPE = 0x3040,
    EGL_SURFACE_TYPE = 0x3033,
    EGL_WIDTH = 0x3057,
    MOST_DEVICES = 16,
};

#define EGL_FUNCTIONS(F)                                                                                               \
    F(unsigned int, eglBindAPI, (unsigned int))                                                                        \
    F(unsigned int, eglChooseConfig, (void *, const int *, void **, int, int *))                                       \
    F(void *, eglCreateContext, (void *, void *, void *, const int *))                                                 \
    F(void *, eglCreatePbufferSurface, (void *, void *, const int *))                                                  \
    F(unsigned int, eglDestroyContext, (void *, void *))                                                               \
    F(int, eglGetError, (void))                                                                                        \
    F(void *, eglGetPlatformDisplay, (unsigned int, void *, const intptr_t *))                                         \
    F(void *, eglGetProcAddress, (const char *))                                                                       \
    F(unsigned int, eglInitialize, (void *, int *, int *))                                                             \
    F(unsigned int, eglMakeCurrent, (void *, void *, void *, void *))                                                  \
    F(const char *, eglQueryString, (void *, int))                                                                     \
    F(unsigned int, eglTerminate, (void *))

static struct { EGL_FUNCTIONS(APP_GL_MEMBER) } egl;

static const gl_flavour flavours[] = {
    {"gl45-core", 4, 5, false, true, NULL, NULL},
    {"gl33-core", 3, 3, false, true, "MESA_GL_VERSION_OVERRIDE", "3.3"},
    {"gl21", 2, 1, false, false, "MESA_GL_VERSION_OVERRIDE", "2.1"},
    {"gl33-compat", 3, 3, false, false, "MESA_GL_VERSION_OVERRIDE", "3.3COMPAT"},
    {"gles2", 2, 0, true, false, "MESA_GLES_VERSION_OVERRIDE", "2.0"},
    {"gles3", 3, 0, true, false, "MESA_GLES_VERSION_OVERRIDE", "3.0"},
    {"gles31", 3, 1, true, false, "MESA_GLES_VERSION_OVERRIDE", "3.1"},
    {"gles32", 3, 2, true, false, NULL, NULL},
};

struct app_gl app;
static const gl_flavour *flavour;
static void *display, *config, *first_context;

static void require(bool condition, const char *what) {
    if (condition)
        return;
    fprintf(stderr, "This test needs %s (on Debian: apt-get install libegl1 libgl1-mesa-dri); EGL says 0x%x.\n", what,
            egl.eglGetError == NULL ? 0 : (unsigned int)egl.eglGetError());
    exit(2);
}

static void load_egl(void) {
    void *library = dlopen("libEGL.so.1", RTLD_NOW | RTLD_LOCAL);
    require(library != NULL, "libEGL.so.1");
    void *address;
#define LOAD(result, name, parameters)                                                                                 \
    address = dlsym(library, #name);                                                                                   \
    require(address != NULL, #name " in libEGL.so.1");                                                                 \
    memcpy(&egl.name, &address, sizeof address);
    EGL_FUNCTIONS(LOAD)
#undef LOAD
}

static void load_gl(void) {
    void *address;
#define LOAD(result, name, parameters)                                                                                 \
    address = egl.eglGetProcAddress(#name);                                                                            \
    memcpy(&app.name, &address, sizeof address);
    APP_GL_FUNCTIONS(LOAD)
#undef LOAD
}

/* The first device of EGL's that is no software renderer, or NULL. */
static void *first_card(void) {
    unsigned int (*query_devices)(int, void **, int *);
    const char *(*query_device)(void *, int);
    void *devices[MOST_DEVICES];
    int count = 0;
    const char *extensions = egl.eglQueryString(NULL, EGL_EXTENSIONS);
    if (extensions == NULL || strstr(extensions, "EGL_EXT_device_enumeration") == NULL ||
        strstr(extensions, "EGL_EXT_device_query") == NULL)
        return NULL;
    memcpy(&query_devices, &(void *){egl.eglGetProcAddress("eglQueryDevicesEXT")}, sizeof query_devices);
    memcpy(&query_device, &(void *){egl.eglGetProcAddress("eglQueryDeviceStringEXT")}, sizeof query_device);
    query_devices(MOST_DEVICES, devices, &count);
    for (int i = 0; i < count; i++) {
        const char *has = query_device(devices[i], EGL_EXTENSIONS);
        if (has != NULL && strstr(has, "EGL_MESA_device_software") == NULL)
            return devices[i];
    }
    return NULL;
}

static bool display_opens(unsigned int platform, void *native_display) {
    display = egl.eglGetPlatformDisplay(platform, native_display, NULL);
    return display != NULL && egl.eglInitialize(display, NULL, NULL);
}

static void open_display(void) {
    const int wanted[] = {EGL_SURFACE_TYPE,
                          EGL_PBUFFER_BIT,
                          EGL_RENDERABLE_TYPE,
                          flavour->es ? EGL_OPENGL_ES2_BIT : EGL_OPENGL_BIT,
                          EGL_RED_SIZE,
                          8,
                          EGL_GREEN_SIZE,
                          8,
                          EGL_BLUE_SIZE,
                          8,
                          EGL_ALPHA_SIZE,
                          8,
                          EGL_NONE};
    int found = 0;
    void *card = first_card();
    require((card != NULL && display_opens(EGL_PLATFORM_DEVICE_EXT, card)) ||
                display_opens(EGL_PLATFORM_SURFACELESS_MESA, NULL),
            "a graphics card, or Mesa's EGL with the surfaceless platform");
    require(egl.eglBindAPI(flavour->es ? EGL_OPENGL_ES_API : EGL_OPENGL_API), flavour->name);
    require(egl.eglChooseConfig(display, wanted, &config, 1, &found) && found == 1, "an RGBA config with pbuffers");
}

static const gl_flavour *find_flavour(const char *name) {
    for (size_t i = 0; i < sizeof flavours / sizeof flavours[0]; i++) {
        if (strcmp(flavours[i].name, name) == 0)
            return &flavours[i];
    }
    fprintf(stderr, "Unknown GL: %s.\n", name);
    exit(2);
}

const gl_flavour *gl_open(int argument_count, char **arguments) {
    flavour = find_flavour(argument_count == 2 ? arguments[1] : "none named");
    if (flavour->variable != NULL)
        setenv(flavour->variable, flavour->version, 1);
    load_egl();
    open_display();
    first_context = gl_create_context();
    gl_make_current(first_context, NULL);
    load_gl();
    return flavour;
}

const gl_flavour *gl_flavour_in_use(void) {
    return flavour;
}

static void *create_context(void *sharing) {
    int profile = flavour->core ? EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT : EGL_CONTEXT_OPENGL_COMPATIBILITY_PROFILE_BIT;
    const int wanted[] = {EGL_CONTEXT_MAJOR_VERSION,
                          flavour->major,
                          EGL_CONTEXT_MINOR_VERSION,
                          flavour->minor,
                          flavour->es ? EGL_NONE : EGL_CONTEXT_OPENGL_PROFILE_MASK,
                          profile,
                          EGL_NONE};
    void *context = egl.eglCreateContext(display, config, sharing, wanted);
    require(context != NULL, flavour->name);
    return context;
}

void *gl_create_context(void) {
    return create_context(NULL);
}

void *gl_create_sharing_context(void) {
    return create_context(first_context);
}

void gl_destroy_context(void *context) {
    require(egl.eglDestroyContext(display, context), "contexts that can be destroyed");
}

void gl_make_current(void *context, void *surface) {
    require(egl.eglMakeCurrent(display, surface, surface, context), "contexts without a surface");
}

void *gl_first_context(void) {
    return first_context;
}

void *gl_create_pbuffer(int width_px, int height_px) {
    const int wanted[] = {EGL_WIDTH, width_px, EGL_HEIGHT, height_px, EGL_NONE};
    void *surface = egl.eglCreatePbufferSurface(display, config, wanted);
    require(surface != NULL, "pbuffer surfaces");
    return surface;
}

void gl_close(void) {
    gl_make_current(NULL, NULL);
    egl.eglTerminate(display);
}

int gl_window_error(void) {
    return egl.eglGetError();
}

int gl_get(unsigned int name) {
    int value = 0;
    app.glGetIntegerv(name, &value);
    return value;
}

unsigned int gl_create_framebuffer(int width_px, int height_px, int samples) {
    return gl_create_framebuffer_of(GL_RGBA8, width_px, height_px, samples);
}

unsigned int gl_create_framebuffer_of(unsigned int internal_format, int width_px, int height_px, int samples) {
    unsigned int framebuffer, renderbuffer;
    app.glGenFramebuffers(1, &framebuffer);
    app.glGenRenderbuffers(1, &renderbuffer);
    app.glBindFramebuffer(GL_FRAMEBUFFER, framebuffer);
    app.glBindRenderbuffer(GL_RENDERBUFFER, renderbuffer);
    if (samples == 0)
        app.glRenderbufferStorage(GL_RENDERBUFFER, internal_format, width_px, height_px);
    else
        app.glRenderbufferStorageMultisample(GL_RENDERBUFFER, samples, internal_format, width_px, height_px);
    app.glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, renderbuffer);
    app.glBindRenderbuffer(GL_RENDERBUFFER, 0);
    return framebuffer;
}
