#include "sr_gl.h"

#include "sr_texture.h"

#include <stdio.h>
#include <string.h>

enum { GL_EXTENSIONS = 0x1F03, GL_NUM_EXTENSIONS = 0x821D, GL_VERSION = 0x1F02 };

void sr_gl_load(const sr_gl *gl, const char *name, void *function) {
    void *address = gl->window.proc_address(name);
    memcpy(function, &address, sizeof address);
}

static void resolve_functions(sr_gl *gl) {
    sr_gl_load(gl, "glGetString", &gl->get_string);
    sr_gl_load(gl, "glGetIntegerv", &gl->get_integerv);
    sr_gl_load(gl, "glGetStringi", &gl->get_string_i);
    sr_gl_load(gl, "glPixelStorei", &gl->pixel_storei);
    sr_gl_load(gl, "glReadPixels", &gl->read_pixels);
    sr_gl_load(gl, "glReadBuffer", &gl->select_read_buffer);
    sr_gl_load(gl, "glIsTexture", &gl->is_texture);
    sr_gl_load(gl, "glGetFloatv", &gl->get_float_v);
    sr_gl_load(gl, "glPixelTransferf", &gl->pixel_transfer_f);
}

/* EXT_framebuffer_object has the same functions and numbers under names with a suffix. */
static void load_framebuffer_function(sr_gl *gl, const char *name, void *function) {
    char suffixed[64];
    snprintf(suffixed, sizeof suffixed, "%sEXT", name);
    sr_gl_load(gl, gl->es || gl->read_framebuffer ? name : suffixed, function);
}

static void resolve_framebuffers(sr_gl *gl) {
    load_framebuffer_function(gl, "glBindFramebuffer", &gl->bind_framebuffer);
    load_framebuffer_function(gl, "glIsFramebuffer", &gl->is_framebuffer);
    load_framebuffer_function(gl, "glCheckFramebufferStatus", &gl->check_framebuffer_status);
    load_framebuffer_function(gl, "glGetFramebufferAttachmentParameteriv", &gl->get_attachment_iv);
    load_framebuffer_function(gl, "glIsRenderbuffer", &gl->is_renderbuffer);
    load_framebuffer_function(gl, "glBindRenderbuffer", &gl->bind_renderbuffer);
    load_framebuffer_function(gl, "glGetRenderbufferParameteriv", &gl->get_renderbuffer_iv);
}

static void resolve_buffer_functions(sr_gl *gl) {
    sr_gl_load(gl, "glBindBuffer", &gl->bind_buffer);
    sr_gl_load(gl, "glGenBuffers", &gl->gen_buffers);
    sr_gl_load(gl, "glDeleteBuffers", &gl->delete_buffers);
    sr_gl_load(gl, "glBufferData", &gl->buffer_data);
    sr_gl_load(gl, "glBufferSubData", &gl->buffer_sub_data);
    sr_gl_load(gl, "glGetBufferParameteriv", &gl->get_buffer_iv);
    sr_gl_load(gl, gl->es ? "glBufferStorageEXT" : "glBufferStorage", &gl->buffer_storage_data);
    sr_gl_load(gl, "glMapBuffer", &gl->map_buffer);
    sr_gl_load(gl, "glMapBufferRange", &gl->map_buffer_range);
    sr_gl_load(gl, "glUnmapBuffer", &gl->unmap_buffer);
    sr_gl_load(gl, "glFenceSync", &gl->fence_sync);
    sr_gl_load(gl, "glClientWaitSync", &gl->client_wait_sync);
    sr_gl_load(gl, "glDeleteSync", &gl->delete_sync);
}

/* "4.5 (Core Profile) Mesa", "OpenGL ES 3.2 Mesa", "OpenGL ES-CM 1.1". */
static void read_version(sr_gl *gl) {
    const char *version = (const char *)gl->get_string(GL_VERSION);
    if (version == NULL) /* as in a context that is lost */
        version = "1.1";
    gl->es = strncmp(version, "OpenGL ES", 9) == 0;
    const char *digits = version + strcspn(version, "0123456789");
    if (sscanf(digits, "%d.%d", &gl->major, &gl->minor) != 2)
        gl->major = gl->minor = 1;
}

/* Before version 3 there is one string of them all, and none of its names begins another's that we ask for. */
bool sr_gl_has_extension(const sr_gl *gl, const char *name) {
    if (gl->major < 3)
        return strstr((const char *)gl->get_string(GL_EXTENSIONS), name) != NULL;
    int count = sr_gl_get(gl, GL_NUM_EXTENSIONS);
    for (int i = 0; i < count; i++) {
        if (strcmp((const char *)gl->get_string_i(GL_EXTENSIONS, (unsigned int)i), name) == 0)
            return true;
    }
    return false;
}

/* Whether the context still has what OpenGL 3.1 removed. */
static bool is_compatible(const sr_gl *gl) {
    enum { GL_CONTEXT_FLAGS = 0x821E, GL_CONTEXT_PROFILE_MASK = 0x9126, COMPATIBILITY = 2, FORWARD_COMPATIBLE = 1 };
    if (gl->es)
        return false;
    if (sr_gl_at_least(gl, 3, 2))
        return (sr_gl_get(gl, GL_CONTEXT_PROFILE_MASK) & COMPATIBILITY) != 0;
    if (sr_gl_at_least(gl, 3, 1))
        return sr_gl_has_extension(gl, "GL_ARB_compatibility");
    return gl->major < 3 || (sr_gl_get(gl, GL_CONTEXT_FLAGS) & FORWARD_COMPATIBLE) == 0;
}

static void read_buffer_abilities(sr_gl *gl) {
    gl->sync = gl->es ? gl->major >= 3 : sr_gl_at_least(gl, 3, 2) || sr_gl_has_extension(gl, "GL_ARB_sync");
    gl->buffer_storage = gl->es ? gl->major >= 3 && sr_gl_has_extension(gl, "GL_EXT_buffer_storage")
                                : sr_gl_at_least(gl, 4, 4) || sr_gl_has_extension(gl, "GL_ARB_buffer_storage");
    gl->pinned_memory = sr_gl_has_extension(gl, "GL_AMD_pinned_memory");
}

static void read_abilities(sr_gl *gl) {
    gl->pack_layout = !gl->es || gl->major >= 3;
    gl->pack_order = !gl->es;
    gl->pack_buffer = gl->es ? gl->major >= 3 : sr_gl_at_least(gl, 2, 1);
    gl->pack_invert = sr_gl_has_extension(gl, "GL_MESA_pack_invert");
    gl->compatibility = is_compatible(gl);
    gl->read_bgra = !gl->es || sr_gl_has_extension(gl, "GL_EXT_read_format_bgra");
    bool arb_framebuffers = !gl->es && sr_gl_has_extension(gl, "GL_ARB_framebuffer_object");
    gl->read_framebuffer = gl->major >= 3 || arb_framebuffers;
    gl->framebuffers =
        gl->es ? gl->major >= 2 : gl->read_framebuffer || sr_gl_has_extension(gl, "GL_EXT_framebuffer_object");
    gl->read_buffer = !gl->es || gl->major >= 3;
    read_buffer_abilities(gl);
}

bool sr_gl_resolve(sr_gl *gl) {
    *gl = (sr_gl){0};
    if (!sr_window_find_current(&gl->window))
        return false;
    gl->context = gl->window.current_context();
    resolve_functions(gl);
    read_version(gl);
    resolve_buffer_functions(gl);
    read_abilities(gl);
    resolve_framebuffers(gl);
    sr_texture_resolve(gl);
    return true;
}

bool sr_gl_is_current(const sr_gl *gl) {
    return gl->window.current_context() == gl->context;
}

bool sr_gl_at_least(const sr_gl *gl, int major, int minor) {
    return gl->major > major || (gl->major == major && gl->minor >= minor);
}

int sr_gl_get(const sr_gl *gl, sr_glenum name) {
    int value = 0;
    gl->get_integerv(name, &value);
    return value;
}
