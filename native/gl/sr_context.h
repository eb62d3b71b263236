/* Knows the GL context of the application: resolves its functions, and tells whether it is current or gone. */
#ifndef SR_CONTEXT_H
#define SR_CONTEXT_H

#include "sr_gl.h"

/* Fills `gl` for the current context. Returns false if no context is current on this thread, or if it cannot be used:
 * then `gl->obstacle` tells why. */
bool sr_context_resolve(sr_gl *gl);
/* Marks the context, which must be current, so that it is known even if its handle is given to another one. Required
 * before anything of ours stays in the context. A second call has no effect. Returns false if the context is lost. */
bool sr_context_mark(sr_gl *gl);
/* Removes the mark if the context is current. Otherwise the mark stays until the context ends. */
void sr_context_release(sr_gl *gl);
/* Returns whether the context that was current at sr_context_resolve is current on this thread. Nothing else decides
 * whether our objects may be made, used or deleted. */
bool sr_context_is_current(const sr_gl *gl);
/* Returns whether that context is certainly destroyed: its handle belongs to another one, or the window system says so.
 * Otherwise it may be destroyed or not. */
bool sr_context_is_gone(const sr_gl *gl);

#endif
