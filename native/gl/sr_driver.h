/* Tells drivers apart. */
#ifndef SR_DRIVER_H
#define SR_DRIVER_H

#include "sr_gl.h"

/* A hash of the current context's driver: its vendor, device and version. */
int sr_driver_hash(const sr_gl *gl);

#endif
