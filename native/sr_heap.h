/* The C library's heap, which we share with the encoders. */
#ifndef SR_HEAP_H
#define SR_HEAP_H

/* Gives back to the system what is free in it. Some milliseconds; nothing where the C library knows no such thing. */
void sr_heap_trim(void);

#endif
