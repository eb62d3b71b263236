/* Tells the size of a texture that is attached to a framebuffer, whatever kind of texture it is.
 *
 * GL tells neither a texture's target nor, before it is bound, its size, and binding it to another target than its own
 * is an error. These ways leave no error behind:
 *   by name       GL 4.5, ARB_direct_state_access
 *   by its unit   GL 4.4, ARB_multi_bind: binds a texture to its own target, which the bindings of the unit then tell
 *   by its face   GL 2.1, GLES 3.1: a texture that is attached by its face is a cube map
 *   by a trial    GLES 3.2, EXT_ or OES_geometry_shader: attached to a framebuffer of our own, a texture tells whether
 *                 it has layers. If not, it is of two dimensions, and its samples tell the rest.
 */
#ifndef SR_TEXTURE_H
#define SR_TEXTURE_H

#include "sr_gl.h"

typedef struct sr_attached_texture {
    unsigned int name;
    int level;
    sr_glenum face; /* of a cube map, or 0 */
} sr_attached_texture;

/* Finds which of these ways the context has. */
void sr_texture_resolve(sr_gl *gl);
/* Returns false if none of the ways tells the size. */
bool sr_texture_size(const sr_gl *gl, const sr_attached_texture *texture, int *width_px, int *height_px);

#endif
