/* Tells what this processor can do. Any thread may ask. */
#ifndef SR_PROCESSOR_H
#define SR_PROCESSOR_H

#include <stdbool.h>

/* Returns whether the processor has AVX2, and the operating system keeps its registers. x86-64 only. */
bool sr_processor_has_avx2(void);

#endif
