/* What glPixelTransfer does to pixels on their way, in contexts that have it. */
#ifndef SR_PIXEL_TRANSFER_H
#define SR_PIXEL_TRANSFER_H

#include "sr_gl.h"

enum { SR_PIXEL_TRANSFERS = 9 };

/* The application's values. */
typedef struct sr_pixel_transfer {
    float before[SR_PIXEL_TRANSFERS];
} sr_pixel_transfer;

/* Has pixels pass unchanged. */
void sr_pixel_transfer_neutralise(const sr_gl *gl, sr_pixel_transfer *transfer);
void sr_pixel_transfer_restore(const sr_gl *gl, const sr_pixel_transfer *transfer);

#endif
