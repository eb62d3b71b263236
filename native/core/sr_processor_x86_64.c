#include "sr_processor.h"

#include <cpuid.h>
#include <stdint.h>

/* By hand, because __builtin_cpu_supports needs a part of the compiler's library that not every compiler has.
 * Intel's manual, volume 1, 14.7: AVX and OSXSAVE, both registers' halves kept by the system, and AVX2. */
enum { FEATURES = 1, OSXSAVE = 1 << 27, AVX = 1 << 28 };
enum { EXTENDED_FEATURES = 7, AVX2 = 1 << 5 };
enum { LOWER_HALVES = 1 << 1, UPPER_HALVES = 1 << 2 };

static uint32_t kept_registers(void) {
    uint32_t low, high;
    __asm__("xgetbv" : "=a"(low), "=d"(high) : "c"(0));
    return low;
}

static bool has_all(uint32_t word, uint32_t bits) {
    return (word & bits) == bits;
}

bool sr_processor_has_avx2(void) {
    uint32_t a, b, c, d;
    if (!__get_cpuid(FEATURES, &a, &b, &c, &d) || !has_all(c, OSXSAVE | AVX))
        return false;
    if (!has_all(kept_registers(), LOWER_HALVES | UPPER_HALVES))
        return false;
    return __get_cpuid_count(EXTENDED_FEATURES, 0, &a, &b, &c, &d) && has_all(b, AVX2);
}
