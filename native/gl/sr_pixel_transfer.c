#include "sr_pixel_transfer.h"

static const struct {
    sr_glenum name;
    float neutral;
} transfers[SR_PIXEL_TRANSFERS] = {
    {0x0D10 /* MAP_COLOR */, 0},   {0x0D14 /* RED_SCALE */, 1},   {0x0D15 /* RED_BIAS */, 0},
    {0x0D18 /* GREEN_SCALE */, 1}, {0x0D19 /* GREEN_BIAS */, 0},  {0x0D1A /* BLUE_SCALE */, 1},
    {0x0D1B /* BLUE_BIAS */, 0},   {0x0D1C /* ALPHA_SCALE */, 1}, {0x0D1D /* ALPHA_BIAS */, 0},
};

static bool is_changed(float value, int i) {
    return value < transfers[i].neutral || value > transfers[i].neutral;
}

void sr_pixel_transfer_neutralise(const sr_gl *gl, sr_pixel_transfer *transfer) {
    for (int i = 0; gl->compatibility && i < SR_PIXEL_TRANSFERS; i++) {
        gl->get_float_v(transfers[i].name, &transfer->before[i]);
        if (is_changed(transfer->before[i], i))
            gl->pixel_transfer_f(transfers[i].name, transfers[i].neutral);
    }
}

void sr_pixel_transfer_restore(const sr_gl *gl, const sr_pixel_transfer *transfer) {
    for (int i = 0; gl->compatibility && i < SR_PIXEL_TRANSFERS; i++) {
        if (is_changed(transfer->before[i], i))
            gl->pixel_transfer_f(transfers[i].name, transfer->before[i]);
    }
}
