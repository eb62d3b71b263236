/* The boxes of an MP4: a size, a type, and what they hold. */
#ifndef SR_BOXES_H
#define SR_BOXES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { SR_BOX_HEADER_BYTES = 8, SR_FULL_BOX_HEADER_BYTES = 12, SR_BOX_WORD_BYTES = 4 };

typedef struct sr_box {
    uint8_t *bytes;
    size_t size_bytes; /* 0: there is none */
} sr_box;

static inline uint32_t sr_box_word(const uint8_t *bytes) {
    return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 | bytes[3];
}

static inline void sr_box_put_word(uint8_t *bytes, uint32_t value) {
    for (int i = 0; i < SR_BOX_WORD_BYTES; i++)
        bytes[i] = (uint8_t)(value >> (24 - 8 * i));
}

/* The box that begins here, if all of it is within the bytes that are left. */
static inline sr_box sr_box_at(uint8_t *bytes, size_t left_bytes) {
    size_t size_bytes = left_bytes >= SR_BOX_HEADER_BYTES ? sr_box_word(bytes) : 0;
    bool whole = size_bytes >= SR_BOX_HEADER_BYTES && size_bytes <= left_bytes;
    return (sr_box){bytes, whole ? size_bytes : 0};
}

static inline sr_box sr_box_first_child(sr_box parent) {
    return sr_box_at(parent.bytes + SR_BOX_HEADER_BYTES, parent.size_bytes - SR_BOX_HEADER_BYTES);
}

static inline sr_box sr_box_next(sr_box parent, sr_box child) {
    uint8_t *next = child.bytes + child.size_bytes;
    return sr_box_at(next, (size_t)(parent.bytes + parent.size_bytes - next));
}

static inline bool sr_box_is(sr_box box, const char type[4]) {
    const uint8_t *own = box.bytes + SR_BOX_WORD_BYTES;
    return own[0] == (uint8_t)type[0] && own[1] == (uint8_t)type[1] && own[2] == (uint8_t)type[2] &&
           own[3] == (uint8_t)type[3];
}

/* Of a box that has some, behind its header. */
static inline uint32_t sr_box_flags(sr_box box) {
    return sr_box_word(box.bytes + SR_BOX_HEADER_BYTES) & 0xffffff;
}

#endif
