#include "sr_bindings.h"
#include "sr_gl.h"

#include <stdatomic.h>

enum {
    GL_FRAMEBUFFER = 0x8D40,
    GL_FRAMEBUFFER_BINDING = 0x8CA6,
    GL_READ_FRAMEBUFFER = 0x8CA8,
    GL_READ_FRAMEBUFFER_BINDING = 0x8CAA,
    GL_TEXTURE_2D = 0x0DE1,
    GL_TEXTURE_BINDING_2D = 0x8069,
};

/* Each mark of this process has another pattern, for some thousand marks. The lowest names alternate in all of them, so
 * that no row of an application's framebuffers is like one. */
static uint32_t next_pattern(void) {
    static _Atomic uint32_t marks;
    const uint32_t alternating = 5, alternating_names = 4, scatter = 0x9E37;
    uint32_t varied = (atomic_fetch_add(&marks, 1) + 1) * scatter;
    return (varied << alternating_names | alternating) & ((1U << SR_MARKER_NAMES) - 1);
}

static uint32_t objects_here(const sr_marker *marker) {
    uint32_t objects = 0;
    for (int i = 0; i < marker->count; i++)
        objects |= (uint32_t)(marker->is_object(marker->names[i]) != 0) << i;
    return objects;
}

/* Binding a name makes it an object. */
static void make_framebuffers(const sr_marker *marker, const sr_gl *gl, uint32_t wanted) {
    sr_glenum target = gl->read_framebuffer ? GL_READ_FRAMEBUFFER : GL_FRAMEBUFFER;
    int bound = sr_gl_get(gl, gl->read_framebuffer ? GL_READ_FRAMEBUFFER_BINDING : GL_FRAMEBUFFER_BINDING);
    for (int i = 0; i < marker->count; i++) {
        if (wanted >> i & 1)
            gl->bind_framebuffer(target, marker->names[i]);
    }
    gl->bind_framebuffer(target, (unsigned int)bound);
}

static bool set_framebuffers(sr_marker *marker, const sr_gl *gl) {
    uint32_t wanted = next_pattern();
    *marker = (sr_marker){.is_object = gl->is_framebuffer, .count = SR_MARKER_NAMES};
    gl->gen_framebuffers(marker->count, marker->names);
    make_framebuffers(marker, gl, wanted);
    marker->objects = objects_here(marker); /* some old drivers take every generated name for an object */
    return (marker->objects & wanted) == wanted;
}

unsigned int sr_marker_choose_name(unsigned char (*is_object)(unsigned int name)) {
    const uint64_t scatter = UINT64_C(0x9E3779B97F4A7C15);
    uint64_t number = (uint64_t)sr_os_now_ns();
    unsigned int name;
    do {
        number = (number + 1) * scatter;
        name = (unsigned int)(number >> 45) | 0x80000;
    } while (is_object(name));
    return name;
}

/* Before framebuffer objects, GL takes any number for a name: a texture whose number nobody else chooses. */
static bool set_texture(sr_marker *marker, const sr_gl *gl) {
    *marker = (sr_marker){
        .is_object = gl->is_texture,
        .names = {sr_marker_choose_name(gl->is_texture)},
        .count = 1,
        .objects = 1,
    };
    unsigned int bound = (unsigned int)sr_gl_get(gl, GL_TEXTURE_BINDING_2D);
    gl->bind_texture(GL_TEXTURE_2D, marker->names[0]);
    sr_rebind_texture(gl, GL_TEXTURE_2D, bound);
    return sr_marker_is_here(marker);
}

bool sr_marker_set(sr_marker *marker, const sr_gl *gl) {
    bool set = gl->framebuffers ? set_framebuffers(marker, gl) : set_texture(marker, gl);
    if (!set)
        sr_marker_remove(marker, gl);
    return set;
}

bool sr_marker_is_here(const sr_marker *marker) {
    for (int i = 0; i < marker->count; i++) {
        if ((marker->is_object(marker->names[i]) != 0) != (marker->objects >> i & 1))
            return false;
    }
    return true;
}

void sr_marker_remove(sr_marker *marker, const sr_gl *gl) {
    if (marker->count == 1)
        gl->delete_textures(1, marker->names);
    else
        gl->delete_framebuffers(marker->count, marker->names);
    marker->count = 0;
}
