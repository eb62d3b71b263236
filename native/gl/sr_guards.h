/* They show whether a read has reached the far corner of its rectangle.
 *
 * Where a framebuffer is smaller than the rectangle, glReadPixels leaves the rest of the memory as it was, without an
 * error. So before a read the memory of the pixel that is farthest from the framebuffer's origin gets a random value,
 * new for each read. A pixel that still has it afterwards was not read.
 *
 * Of a copy, the two readings of its corner are behind the picture: see sr_corner.h.
 */
#ifndef SR_GUARDS_H
#define SR_GUARDS_H

#include "sr_corner.h"
#include "sr_rects.h"

#include <stdbool.h>
#include <stdint.h>

typedef struct sr_guard {
    size_t offset_bytes; /* in the slot */
    uint32_t value;
} sr_guard;

/* The guards of one frame: one or two for each tile. All 0 at first. */
typedef struct sr_guards {
    sr_guard *guard;
    size_t count, capacity;
    uint32_t random;
    size_t corner_at_bytes; /* in the slot, of the two readings; 0 if there are none */
    size_t corner_bytes;    /* that each of them has */
} sr_guards;

/* Forgets the guards of the last frame. */
void sr_guards_clear(sr_guards *guards);
/* Adds guards for the rectangle, whose rows the driver may invert. Returns false if there is no memory. */
bool sr_guards_add(sr_guards *guards, const sr_rect *rect, bool inverted);
/* Has the two readings of a corner compared, which are SR_CORNER_BYTES apart in the slot. */
void sr_guards_add_corner(sr_guards *guards, size_t at_bytes, size_t pixel_bytes);
/* Returns whether all of the rectangle was read into the slot. */
bool sr_guards_are_passed(const sr_guards *guards, const void *slot);
void sr_guards_close(sr_guards *guards);

#endif
