#include "sr_format.h"

enum { GL_BGRA = 0x80E1, GL_RGBA = 0x1908, GL_UNSIGNED_BYTE = 0x1401 };
enum { GST_I420 = 2, GST_RGBX = 7, GST_BGRX = 8, GST_NV12 = 23 };

const sr_format sr_formats[SR_FORMATS] = {
    [SR_BGRX] = {SR_BGRX, GST_BGRX, GL_BGRA, GL_UNSIGNED_BYTE, 4, false},
    [SR_RGBX] = {SR_RGBX, GST_RGBX, GL_RGBA, GL_UNSIGNED_BYTE, 4, false},
    [SR_I420] = {SR_I420, GST_I420, GL_RGBA, GL_UNSIGNED_BYTE, 4, true},
    [SR_NV12] = {SR_NV12, GST_NV12, GL_RGBA, GL_UNSIGNED_BYTE, 4, true},
};
