#include "sr_guards.h"

#include "sr_os.h"

#include <stdlib.h>
#include <string.h>

/* The fourth byte is alpha, which is 255 wherever it is not used: a value with another one is no picture's. */
static const union {
    unsigned char bytes[4];
    uint32_t word;
} ALPHA_BIT = {{0, 0, 0, 1}};

static uint32_t next_value(sr_guards *guards) {
    uint32_t random = guards->random != 0 ? guards->random : (uint32_t)sr_os_now_ns() | 1;
    random ^= random << 13; /* xorshift, by Marsaglia */
    random ^= random >> 17;
    random ^= random << 5;
    guards->random = random;
    return random & ~ALPHA_BIT.word;
}

void sr_guards_clear(sr_guards *guards) {
    guards->count = 0;
    guards->corner_at_bytes = 0;
}

static bool grow(sr_guards *guards) {
    size_t capacity = guards->capacity == 0 ? 2 : 2 * guards->capacity;
    sr_guard *larger = realloc(guards->guard, capacity * sizeof *larger);
    if (larger == NULL)
        return false;
    guards->guard = larger;
    guards->capacity = capacity;
    return true;
}

static bool add(sr_guards *guards, const sr_rect *rect, int column, int row) {
    size_t pixel = (size_t)rect->row_px * (size_t)row + (size_t)column;
    if (guards->count == guards->capacity && !grow(guards))
        return false;
    guards->guard[guards->count++] = (sr_guard){
        .offset_bytes = rect->offset_bytes + pixel * rect->format->bytes_per_pixel,
        .value = next_value(guards),
    };
    return true;
}

/* If rows are inverted, a driver may keep those that it reads at either end of the rectangle's memory. */
bool sr_guards_add(sr_guards *guards, const sr_rect *rect, bool inverted) {
    int right = rect->width_px - 1, last = rect->height_px - 1;
    return add(guards, rect, right, last) && (!inverted || last == 0 || add(guards, rect, right, 0));
}

void sr_guards_add_corner(sr_guards *guards, size_t at_bytes, size_t pixel_bytes) {
    guards->corner_at_bytes = at_bytes;
    guards->corner_bytes = pixel_bytes;
}

static bool is_corner_copied(const sr_guards *guards, const char *slot) {
    const char *first = slot + guards->corner_at_bytes;
    return guards->corner_at_bytes == 0 || memcmp(first, first + SR_CORNER_BYTES, guards->corner_bytes) == 0;
}

bool sr_guards_are_passed(const sr_guards *guards, const void *slot) {
    for (size_t i = 0; i < guards->count; i++) {
        const sr_guard *guard = &guards->guard[i];
        if (memcmp((const char *)slot + guard->offset_bytes, &guard->value, sizeof guard->value) == 0)
            return false;
    }
    return is_corner_copied(guards, slot);
}

void sr_guards_close(sr_guards *guards) {
    free(guards->guard);
}
