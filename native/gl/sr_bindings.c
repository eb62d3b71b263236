#include "sr_bindings.h"

void sr_rebind_buffer(const sr_gl *gl, sr_glenum target, unsigned int before) {
    gl->bind_buffer(target, before != 0 && gl->is_buffer(before) ? before : 0);
}

void sr_rebind_renderbuffer(const sr_gl *gl, sr_glenum target, unsigned int before) {
    gl->bind_renderbuffer(target, before != 0 && gl->is_renderbuffer(before) ? before : 0);
}

void sr_rebind_texture(const sr_gl *gl, sr_glenum target, unsigned int before) {
    gl->bind_texture(target, before != 0 && gl->is_texture(before) ? before : 0);
}
