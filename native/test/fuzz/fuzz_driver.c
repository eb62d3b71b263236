/* Feeds a fuzz target without libFuzzer: the files that are named, which is how a finding is looked into, or else
 * random bytes, the same in every run. */
#include "fuzz_input.h"

enum { INPUTS = 3000, MOST_BYTES = 400 };

static uint64_t random_state = UINT64_C(0x9E3779B97F4A7C15);

static uint64_t next_random(void) {
    random_state ^= random_state << 13;
    random_state ^= random_state >> 7;
    random_state ^= random_state << 17;
    return random_state;
}

static void run_random(void) {
    uint8_t bytes[MOST_BYTES];
    size_t size_bytes = (size_t)(next_random() % (MOST_BYTES + 1));
    for (size_t i = 0; i < size_bytes; i++)
        bytes[i] = (uint8_t)(next_random() >> 32);
    LLVMFuzzerTestOneInput(bytes, size_bytes);
}

static int run_file(const char *path) {
    static uint8_t bytes[1 << 20];
    FILE *file = fopen(path, "rb");
    if (file == NULL) {
        perror(path);
        return 1;
    }
    LLVMFuzzerTestOneInput(bytes, fread(bytes, 1, sizeof bytes, file));
    return fclose(file);
}

int main(int argument_count, char **arguments) {
    int failures = 0;
    for (int i = 1; i < argument_count; i++)
        failures += run_file(arguments[i]) != 0;
    for (int i = 0; argument_count == 1 && i < INPUTS; i++)
        run_random();
    return failures;
}
