#include "sr_driver.h"

enum { GL_RENDERER = 0x1F01, GL_VENDOR = 0x1F00, GL_VERSION = 0x1F02 };

/* FNV-1a */
static uint32_t hash(uint32_t seed, const unsigned char *text) {
    uint32_t value = seed;
    for (; text != NULL && *text != '\0'; text++)
        value = (value ^ *text) * 16777619u;
    return value;
}

int sr_driver_hash(const sr_gl *gl) {
    uint32_t vendor = hash(2166136261u, gl->get_string(GL_VENDOR));
    uint32_t device = hash(vendor, gl->get_string(GL_RENDERER));
    return (int)hash(device, gl->get_string(GL_VERSION));
}
