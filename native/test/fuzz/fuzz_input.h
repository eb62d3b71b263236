/* What a fuzz target draws its arguments from: bytes first, zeros when they are used up. */
#ifndef FUZZ_INPUT_H
#define FUZZ_INPUT_H

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size_bytes);

typedef struct fuzz_input {
    const uint8_t *next;
    size_t left_bytes;
} fuzz_input;

static inline void fuzz_take(fuzz_input *input, void *value, size_t size_bytes) {
    size_t there = size_bytes < input->left_bytes ? size_bytes : input->left_bytes;
    memset(value, 0, size_bytes);
    memcpy(value, input->next, there);
    input->next += there;
    input->left_bytes -= there;
}

static inline uint8_t fuzz_byte(fuzz_input *input) {
    uint8_t value;
    fuzz_take(input, &value, sizeof value);
    return value;
}

static inline uint32_t fuzz_u32(fuzz_input *input) {
    uint32_t value;
    fuzz_take(input, &value, sizeof value);
    return value;
}

static inline uint64_t fuzz_u64(fuzz_input *input) {
    uint64_t value;
    fuzz_take(input, &value, sizeof value);
    return value;
}

/* From 0 to `below` - 1. */
static inline int fuzz_below(fuzz_input *input, int below) {
    return fuzz_byte(input) % below;
}

/* A fuzzer keeps the input of a program that aborts. */
#define FUZZ_CHECK(condition)                                                                                          \
    do {                                                                                                               \
        if (!(condition)) {                                                                                            \
            fprintf(stderr, "%s:%d: failed: %s\n", __FILE__, __LINE__, #condition);                                    \
            abort();                                                                                                   \
        }                                                                                                              \
    } while (0)

#endif
