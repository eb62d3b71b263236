/* Restores what the application had bound. An object that another context has deleted stays bound where it was, but its
 * name binds it no more: such a binding ends empty, without a GL error.
 */
#ifndef SR_BINDINGS_H
#define SR_BINDINGS_H

#include "sr_gl.h"

void sr_rebind_buffer(const sr_gl *gl, sr_glenum target, unsigned int before);
void sr_rebind_renderbuffer(const sr_gl *gl, sr_glenum target, unsigned int before);
void sr_rebind_texture(const sr_gl *gl, sr_glenum target, unsigned int before);

#endif
