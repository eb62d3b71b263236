/* Writes boxes of an MP4 as a test needs them. */
#ifndef BOX_WRITER_H
#define BOX_WRITER_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

enum { MOST_BYTES = 2048 };

static uint8_t boxes[MOST_BYTES];
static size_t end;

static inline void put(uint32_t value) {
    for (int shift = 24; shift >= 0; shift -= 8)
        boxes[end++] = (uint8_t)(value >> shift);
}

static inline uint32_t get(const uint8_t *bytes) {
    return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 | bytes[3];
}

static inline size_t begin(const char *type) {
    size_t start = end;
    put(0);
    memcpy(boxes + end, type, 4);
    end += 4;
    return start;
}

static inline void finish(size_t start) {
    size_t box_end = end;
    end = start;
    put((uint32_t)(box_end - start));
    end = box_end;
}

#endif
