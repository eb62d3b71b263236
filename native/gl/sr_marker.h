/* Marks a GL context with objects of ours. A driver may give the handle of a destroyed context to a new one; only the
 * objects tell the two apart.
 *
 * The mark is a row of framebuffer names of which some have become objects and some have not. Applications bind each
 * name that they generate, so they do not have such a row. Framebuffers are not shared between contexts. Asking whether
 * a name is an object changes nothing and never fails.
 */
#ifndef SR_MARKER_H
#define SR_MARKER_H

#include <stdbool.h>
#include <stdint.h>

enum { SR_MARKER_NAMES = 12 };

typedef struct sr_marker {
    unsigned char (*is_object)(unsigned int name);
    unsigned int names[SR_MARKER_NAMES];
    int count;        /* 0 before sr_marker_set */
    uint32_t objects; /* bit i tells whether names[i] is an object */
} sr_marker;

struct sr_gl;

/* Marks the current context, whose functions and abilities `gl` has. GL's state is unchanged afterwards. Returns false
 * and leaves nothing behind if the context does not keep the objects, as when it is lost. */
bool sr_marker_set(sr_marker *marker, const struct sr_gl *gl);
/* Returns whether the current context has this mark; true if no mark was set. */
bool sr_marker_is_here(const sr_marker *marker);
/* Returns a name of no object that neither GL generates nor an application is likely to choose. Not for core contexts,
 * which take only generated names. `is_object` tells of the names that are in use. */
unsigned int sr_marker_choose_name(unsigned char (*is_object)(unsigned int name));
/* Deletes the mark's objects. The context that has it must be current. */
void sr_marker_remove(sr_marker *marker, const struct sr_gl *gl);

#endif
