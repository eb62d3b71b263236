/* What a test sets in a process that preloads held_driver.c. */
#ifndef HELD_DRIVER_H
#define HELD_DRIVER_H

extern _Atomic int held_fences;   /* 1 while the GPU finishes nothing */
extern _Atomic int held_waits;    /* how often somebody waited for it meanwhile */
extern _Atomic int refuses_reads; /* 1 while glReadPixels leaves the memory as it is, as it does with an error */

#endif
