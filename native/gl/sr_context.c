#include "sr_context.h"

#include "sr_gl_functions.h"
#include "sr_texture.h"

#include <stdio.h>
#include <string.h>

static void obstruct(sr_gl *gl, const char *what, const char *name) {
    snprintf(gl->obstacle, sizeof gl->obstacle, what, name);
}

static bool is_usable(const sr_gl *gl) {
    return gl->obstacle[0] == '\0';
}

/* "4.5 (Core Profile) Mesa", "OpenGL ES 3.2 Mesa", "OpenGL ES-CM 1.1". */
static void read_version(sr_gl *gl) {
    enum { GL_VERSION = 0x1F02 };
    const char *version = (const char *)gl->get_string(GL_VERSION);
    if (version == NULL) {
        obstruct(gl, "%s answers NULL, as in a context that is lost", "glGetString(GL_VERSION)");
        return;
    }
    gl->es = strncmp(version, "OpenGL ES", 9) == 0;
    const char *digits = version + strcspn(version, "0123456789");
    if (sscanf(digits, "%d.%d", &gl->major, &gl->minor) != 2)
        gl->major = gl->minor = 1;
}

static void require_extensions(sr_gl *gl) {
    if (!sr_gl_tells_extensions(gl))
        obstruct(gl, "%s(GL_EXTENSIONS) answers NULL", gl->major < 3 ? "glGetString" : "glGetStringi");
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

static void require_functions(sr_gl *gl) {
    const char *missing = sr_gl_missing_function(gl);
    if (missing != NULL)
        obstruct(gl, "its driver has no function %s", missing);
}

/* Each step needs what the one before it has found. */
static void examine(sr_gl *gl) {
    require_functions(gl); /* of GL 1.1 */
    if (is_usable(gl))
        read_version(gl);
    if (!is_usable(gl))
        return;
    require_functions(gl); /* of this version */
    if (is_usable(gl))
        require_extensions(gl);
    if (!is_usable(gl))
        return;
    read_abilities(gl);
    sr_gl_load_functions(gl); /* by the names that they have here */
    sr_texture_resolve(gl);
    require_functions(gl);
}

bool sr_context_resolve(sr_gl *gl) {
    *gl = (sr_gl){.major = 1, .minor = 1};
    if (!sr_window_find_current(&gl->window))
        return false;
    gl->context = gl->window.current_context();
    sr_gl_load_functions(gl);
    examine(gl);
    return is_usable(gl);
}

bool sr_context_mark(sr_gl *gl) {
    return gl->marker.count > 0 || sr_marker_set(&gl->marker, gl);
}

void sr_context_release(sr_gl *gl) {
    if (gl->marker.count > 0 && sr_context_is_current(gl))
        sr_marker_remove(&gl->marker, gl);
}

bool sr_context_is_current(const sr_gl *gl) {
    return gl->window.current_context() == gl->context && sr_marker_is_here(&gl->marker);
}

bool sr_context_is_gone(const sr_gl *gl) {
    if (gl->window.current_context() == gl->context)
        return !sr_marker_is_here(&gl->marker);
    return gl->window.is_destroyed != NULL && gl->window.is_destroyed(&gl->window, gl->context);
}
