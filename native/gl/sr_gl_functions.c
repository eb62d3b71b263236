#include "sr_gl_functions.h"

#include <stddef.h>
#include <stdio.h>
#include <string.h>

enum { NEVER = 0, ALWAYS = 11 /* GL and GLES 1.1 */ };

/* A function, where its address goes, and which contexts need it: those of a version, or those with an ability. */
typedef struct needed_function {
    const char *name;
    size_t at;
    int since_gl, since_es; /* as 10 * major + minor; NEVER if the version does not decide */
    size_t ability_at;      /* the offset of a bool; 0 if no ability decides */
} needed_function;

#define OF(name, member, since_gl, since_es)                                                                           \
    { name, offsetof(sr_gl, member), since_gl, since_es, 0 }
#define WITH(name, member, ability)                                                                                    \
    { name, offsetof(sr_gl, member), NEVER, NEVER, offsetof(sr_gl, ability) }

static const needed_function functions[] = {
    OF("glGetString", get_string, ALWAYS, ALWAYS),
    OF("glGetIntegerv", get_integerv, ALWAYS, ALWAYS),
    OF("glGetFloatv", get_float_v, ALWAYS, ALWAYS),
    OF("glPixelStorei", pixel_storei, ALWAYS, ALWAYS),
    OF("glReadPixels", read_pixels, ALWAYS, ALWAYS),
    OF("glIsTexture", is_texture, ALWAYS, ALWAYS),
    OF("glBindTexture", bind_texture, ALWAYS, ALWAYS),
    OF("glDeleteTextures", delete_textures, ALWAYS, ALWAYS),
    OF("glGetStringi", get_string_i, 30, 30),
    WITH("glPixelTransferf", pixel_transfer_f, compatibility),
    WITH("glReadBuffer", select_read_buffer, read_buffer),
    WITH("glBindFramebuffer", bind_framebuffer, framebuffers),
    WITH("glIsFramebuffer", is_framebuffer, framebuffers),
    WITH("glGenFramebuffers", gen_framebuffers, framebuffers),
    WITH("glDeleteFramebuffers", delete_framebuffers, framebuffers),
    WITH("glCheckFramebufferStatus", check_framebuffer_status, framebuffers),
    WITH("glGetFramebufferAttachmentParameteriv", get_attachment_iv, framebuffers),
    WITH("glIsRenderbuffer", is_renderbuffer, framebuffers),
    WITH("glBindRenderbuffer", bind_renderbuffer, framebuffers),
    WITH("glGetRenderbufferParameteriv", get_renderbuffer_iv, framebuffers),
    WITH("glBindBuffer", bind_buffer, pack_buffer),
    WITH("glIsBuffer", is_buffer, pack_buffer),
    WITH("glGenBuffers", gen_buffers, pack_buffer),
    WITH("glDeleteBuffers", delete_buffers, pack_buffer),
    WITH("glBufferData", buffer_data, pack_buffer),
    WITH("glBufferSubData", buffer_sub_data, pack_buffer),
    WITH("glGetBufferParameteriv", get_buffer_iv, pack_buffer),
    WITH("glGetBufferPointerv", get_buffer_pointer_v, pack_buffer),
    WITH("glUnmapBuffer", unmap_buffer, pack_buffer),
    OF("glMapBuffer", map_buffer, 21, NEVER),
    OF("glMapBufferRange", map_buffer_range, 30, 30),
    WITH("glFenceSync", fence_sync, sync),
    WITH("glClientWaitSync", client_wait_sync, sync),
    WITH("glDeleteSync", delete_sync, sync),
    WITH("glBufferStorage", buffer_storage_data, buffer_storage),
};

enum { FUNCTIONS = sizeof functions / sizeof functions[0] };

/* Extensions have some of the functions under names with a suffix. */
static const char *suffix(const sr_gl *gl, const needed_function *function) {
    bool older_framebuffers = !gl->es && !gl->read_framebuffer && function->ability_at == offsetof(sr_gl, framebuffers);
    bool es_storage = gl->es && function->ability_at == offsetof(sr_gl, buffer_storage);
    return older_framebuffers || es_storage ? "EXT" : "";
}

void sr_gl_load_functions(sr_gl *gl) {
    char name[64];
    for (int i = 0; i < FUNCTIONS; i++) {
        snprintf(name, sizeof name, "%s%s", functions[i].name, suffix(gl, &functions[i]));
        sr_gl_load(gl, name, (char *)gl + functions[i].at);
    }
}

static bool is_there(const sr_gl *gl, const needed_function *function) {
    void *address;
    memcpy(&address, (const char *)gl + function->at, sizeof address);
    return address != NULL;
}

static bool is_needed(const sr_gl *gl, const needed_function *function) {
    int since = gl->es ? function->since_es : function->since_gl;
    if (since != NEVER)
        return sr_gl_at_least(gl, since / 10, since % 10);
    return function->ability_at != 0 && *((const bool *)gl + function->ability_at / sizeof(bool));
}

const char *sr_gl_missing_function(const sr_gl *gl) {
    for (int i = 0; i < FUNCTIONS; i++) {
        if (is_needed(gl, &functions[i]) && !is_there(gl, &functions[i]))
            return functions[i].name;
    }
    return NULL;
}
