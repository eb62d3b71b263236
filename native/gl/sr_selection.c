#include "sr_selection.h"

enum {
    GL_BACK = 0x0405,
    GL_DOUBLEBUFFER = 0x0C32,
    GL_DRAW_BUFFER0 = 0x8825,
    GL_DRAW_FRAMEBUFFER = 0x8CA9,
    GL_DRAW_FRAMEBUFFER_BINDING = 0x8CA6,
    GL_FRAMEBUFFER = 0x8D40,
    GL_FRAMEBUFFER_BINDING = 0x8CA6,
    GL_FRONT = 0x0404,
    GL_FRONT_AND_BACK = 0x0408,
    GL_NONE = 0,
    GL_READ_BUFFER = 0x0C02,
    GL_READ_FRAMEBUFFER = 0x8CA8,
    GL_READ_FRAMEBUFFER_BINDING = 0x8CAA,
};

static sr_glenum read_target(const sr_gl *gl) {
    return gl->read_framebuffer ? GL_READ_FRAMEBUFFER : GL_FRAMEBUFFER;
}

int sr_selection_bound(const sr_gl *gl) {
    if (!gl->framebuffers)
        return 0;
    return sr_gl_get(gl, gl->read_framebuffer ? GL_READ_FRAMEBUFFER_BINDING : GL_FRAMEBUFFER_BINDING);
}

int sr_selection_name(const sr_gl *gl) {
    if (!gl->framebuffers)
        return 0;
    switch (gl->selection.kind) {
    case SR_SELECT_READ:
        return sr_selection_bound(gl);
    case SR_SELECT_DRAW:
        return sr_gl_get(gl, GL_FRAMEBUFFER_BINDING); /* the number of DRAW_FRAMEBUFFER_BINDING too */
    case SR_SELECT_NAMED:
        return (int)gl->selection.name;
    case SR_SELECT_WINDOW:
        break;
    }
    return 0;
}

/* GL tells both of the framebuffer that is bound for drawing. */
static int ask_as_drawn(const sr_gl *gl, int name, sr_glenum what) {
    if (!gl->read_framebuffer)
        return sr_gl_get(gl, what);
    unsigned int drawn_to = (unsigned int)sr_gl_get(gl, GL_DRAW_FRAMEBUFFER_BINDING);
    gl->bind_framebuffer(GL_DRAW_FRAMEBUFFER, (unsigned int)name);
    int value = sr_gl_get(gl, what);
    gl->bind_framebuffer(GL_DRAW_FRAMEBUFFER, drawn_to);
    return value;
}

/* In GLES a surface has no buffer but BACK, though some drivers tell FRONT of one that has a single buffer. */
static sr_glenum known_buffer(const sr_gl *gl, int name, sr_glenum told) {
    return gl->es && name == 0 && told != GL_NONE ? GL_BACK : told;
}

static sr_glenum buffer_to_read(const sr_gl *gl, int name) {
    if (gl->selection.kind != SR_SELECT_WINDOW) {
        sr_glenum drawn = (sr_glenum)ask_as_drawn(gl, name, GL_DRAW_BUFFER0);
        return drawn == GL_FRONT_AND_BACK ? GL_BACK : known_buffer(gl, name, drawn);
    }
    return gl->es || ask_as_drawn(gl, 0, GL_DOUBLEBUFFER) ? GL_BACK : GL_FRONT;
}

static void select_buffer(const sr_gl *gl, int name, sr_selected *saved) {
    if (!gl->read_buffer)
        return;
    sr_glenum wanted = buffer_to_read(gl, name);
    sr_glenum before = known_buffer(gl, name, (sr_glenum)sr_gl_get(gl, GL_READ_BUFFER));
    if (wanted == before)
        return;
    gl->select_read_buffer(wanted);
    saved->read_buffer = before;
    saved->buffer_changed = true;
}

/* What is drawn to another surface than is read from cannot be read. */
static bool can_be_read(const sr_gl *gl, int name) {
    if (name != 0)
        return gl->is_framebuffer((unsigned int)name);
    return gl->selection.kind == SR_SELECT_READ ||
           gl->window.surface(&gl->window, true) == gl->window.surface(&gl->window, false);
}

bool sr_selection_enter(const sr_gl *gl, sr_selected *saved) {
    *saved = (sr_selected){.changed = false};
    if (gl->selection.kind == SR_SELECT_READ)
        return true;
    int name = sr_selection_name(gl);
    if (!can_be_read(gl, name))
        return false;
    saved->changed = true;
    if (gl->framebuffers) {
        saved->bound = (unsigned int)sr_selection_bound(gl);
        gl->bind_framebuffer(read_target(gl), (unsigned int)name);
    }
    select_buffer(gl, name, saved);
    return true;
}

void sr_selection_leave(const sr_gl *gl, const sr_selected *saved) {
    if (!saved->changed)
        return;
    if (saved->buffer_changed)
        gl->select_read_buffer(saved->read_buffer);
    if (gl->framebuffers)
        gl->bind_framebuffer(read_target(gl), saved->bound);
}
