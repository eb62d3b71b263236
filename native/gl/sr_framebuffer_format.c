#include "sr_framebuffer_format.h"

enum {
    GL_BACK = 0x0405,
    GL_BACK_LEFT = 0x0402,
    GL_BYTE = 0x1400,
    GL_FLOAT = 0x1406,
    GL_FRAMEBUFFER_ATTACHMENT_COLOR_ENCODING = 0x8210,
    GL_FRAMEBUFFER_ATTACHMENT_COMPONENT_TYPE = 0x8211,
    GL_FRAMEBUFFER_ATTACHMENT_OBJECT_TYPE = 0x8CD0,
    GL_FRAMEBUFFER_ATTACHMENT_RED_SIZE = 0x8212, /* then green, blue, alpha */
    GL_FRONT = 0x0404,
    GL_FRONT_LEFT = 0x0400,
    GL_FRONT_RIGHT = 0x0401,
    GL_INT = 0x1404,
    GL_LEFT = 0x0406,
    GL_NONE = 0,
    GL_READ_BUFFER = 0x0C02,
    GL_READ_FRAMEBUFFER = 0x8CA8,
    GL_READ_FRAMEBUFFER_BINDING = 0x8CAA,
    GL_RED = 0x1903,
    GL_RG = 0x8227,
    GL_RGB = 0x1907,
    GL_RGBA = 0x1908,
    GL_RGBA8 = 0x8058,
    GL_RIGHT = 0x0407,
    GL_SHORT = 0x1402,
    GL_SIGNED_NORMALIZED = 0x8F9C,
    GL_SRGB = 0x8C40,
    GL_SRGB8_ALPHA8 = 0x8C43,
    GL_UNSIGNED_BYTE = 0x1401,
    GL_UNSIGNED_INT = 0x1405,
    GL_UNSIGNED_INT_2_10_10_10_REV = 0x8368,
    GL_UNSIGNED_SHORT = 0x1403,
};

typedef struct known_format {
    int bits[4];
    sr_values values;
    bool srgb;
    sr_texels texels;
} known_format;

const sr_texels sr_texels_rgba8 = {GL_RGBA8, GL_RGBA, GL_UNSIGNED_BYTE};
const sr_texels sr_texels_srgb8_alpha8 = {GL_SRGB8_ALPHA8, GL_RGBA, GL_UNSIGNED_BYTE};

static const known_format known_formats[] = {
    {{8, 8, 8, 8}, SR_VALUES_NORMALIZED, false, {0x8058, GL_RGBA, GL_UNSIGNED_BYTE}}, /* RGBA8 */
    {{8, 8, 8, 8}, SR_VALUES_NORMALIZED, true, {0x8C43, GL_RGBA, GL_UNSIGNED_BYTE}},  /* SRGB8_ALPHA8 */
    {{8, 8, 8, 0}, SR_VALUES_NORMALIZED, false, {0x8051, GL_RGB, GL_UNSIGNED_BYTE}},  /* RGB8 */
    {{8, 8, 8, 0}, SR_VALUES_NORMALIZED, true, {0x8C41, GL_RGB, GL_UNSIGNED_BYTE}},   /* SRGB8 */
    {{10, 10, 10, 2}, SR_VALUES_NORMALIZED, false, {0x8059, GL_RGBA, GL_UNSIGNED_INT_2_10_10_10_REV}}, /* RGB10_A2 */
    {{16, 16, 16, 16}, SR_VALUES_NORMALIZED, false, {0x805B, GL_RGBA, GL_UNSIGNED_SHORT}},             /* RGBA16 */
    {{16, 16, 16, 16}, SR_VALUES_FLOAT, false, {0x881A, GL_RGBA, GL_FLOAT}},                           /* RGBA16F */
    {{32, 32, 32, 32}, SR_VALUES_FLOAT, false, {0x8814, GL_RGBA, GL_FLOAT}},                           /* RGBA32F */
    {{11, 11, 10, 0}, SR_VALUES_FLOAT, false, {0x8C3A, GL_RGB, GL_FLOAT}},            /* R11F_G11F_B10F */
    {{5, 6, 5, 0}, SR_VALUES_NORMALIZED, false, {0x8D62, GL_RGB, GL_UNSIGNED_BYTE}},  /* RGB565 */
    {{5, 5, 5, 1}, SR_VALUES_NORMALIZED, false, {0x8057, GL_RGBA, GL_UNSIGNED_BYTE}}, /* RGB5_A1 */
    {{4, 4, 4, 4}, SR_VALUES_NORMALIZED, false, {0x8056, GL_RGBA, GL_UNSIGNED_BYTE}}, /* RGBA4 */
    {{8, 8, 0, 0}, SR_VALUES_NORMALIZED, false, {0x822B, GL_RG, GL_UNSIGNED_BYTE}},   /* RG8 */
    {{8, 0, 0, 0}, SR_VALUES_NORMALIZED, false, {0x8229, GL_RED, GL_UNSIGNED_BYTE}},  /* R8 */
    {{8, 8, 8, 8}, SR_VALUES_SIGNED, false, {0x8F97, GL_RGBA, GL_BYTE}},              /* RGBA8_SNORM */
    {{16, 16, 16, 16}, SR_VALUES_SIGNED, false, {0x8F9B, GL_RGBA, GL_SHORT}},         /* RGBA16_SNORM */
    {{8, 8, 0, 0}, SR_VALUES_SIGNED, false, {0x8F95, GL_RG, GL_BYTE}},                /* RG8_SNORM */
    {{8, 0, 0, 0}, SR_VALUES_SIGNED, false, {0x8F94, GL_RED, GL_BYTE}},               /* R8_SNORM */
};

/* The window's buffers are selected by the names of sets, and asked by the names of single ones. */
static sr_glenum single_buffer(const sr_gl *gl, sr_glenum buffer) {
    if (gl->es)
        return sr_gl_get(gl, GL_READ_FRAMEBUFFER_BINDING) == 0 ? GL_BACK
                                                               : buffer; /* all that GLES knows of a surface */
    switch (buffer) {
    case GL_BACK:
        return GL_BACK_LEFT;
    case GL_FRONT:
    case GL_LEFT:
        return GL_FRONT_LEFT;
    case GL_RIGHT:
        return GL_FRONT_RIGHT;
    default:
        return buffer;
    }
}

static int ask(const sr_gl *gl, sr_glenum buffer, sr_glenum what) {
    int value = 0;
    gl->get_attachment_iv(GL_READ_FRAMEBUFFER, buffer, what, &value);
    return value;
}

static sr_values values_of(int component_type) {
    if (component_type == GL_INT || component_type == GL_UNSIGNED_INT)
        return SR_VALUES_INTEGER;
    if (component_type == GL_SIGNED_NORMALIZED)
        return SR_VALUES_SIGNED;
    return component_type == GL_FLOAT ? SR_VALUES_FLOAT : SR_VALUES_NORMALIZED;
}

static bool is_known_as(const known_format *known, const int bits[4], const sr_colour_format *format) {
    bool same_bits = known->bits[0] == bits[0] && known->bits[1] == bits[1] && known->bits[2] == bits[2] &&
                     known->bits[3] == bits[3];
    return same_bits && known->values == format->values && known->srgb == format->srgb;
}

static sr_texels texels_of(const int bits[4], const sr_colour_format *format) {
    for (unsigned int i = 0; i < sizeof known_formats / sizeof known_formats[0]; i++) {
        if (is_known_as(&known_formats[i], bits, format))
            return known_formats[i].texels;
    }
    return (sr_texels){0};
}

void sr_framebuffer_format(const sr_gl *gl, sr_colour_format *format) {
    *format = (sr_colour_format){SR_VALUES_NORMALIZED, false, sr_texels_rgba8};
    if (!gl->read_framebuffer)
        return;
    sr_glenum buffer = single_buffer(gl, (sr_glenum)sr_gl_get(gl, GL_READ_BUFFER));
    if (ask(gl, buffer, GL_FRAMEBUFFER_ATTACHMENT_OBJECT_TYPE) == GL_NONE)
        return;
    int bits[4];
    for (unsigned int i = 0; i < 4; i++)
        bits[i] = ask(gl, buffer, GL_FRAMEBUFFER_ATTACHMENT_RED_SIZE + i);
    format->values = values_of(ask(gl, buffer, GL_FRAMEBUFFER_ATTACHMENT_COMPONENT_TYPE));
    format->srgb = ask(gl, buffer, GL_FRAMEBUFFER_ATTACHMENT_COLOR_ENCODING) == GL_SRGB;
    format->texels = texels_of(bits, format);
}

bool sr_framebuffer_format_needs_copy(const sr_gl *gl, const sr_colour_format *format) {
    return gl->es && (format->values == SR_VALUES_FLOAT || format->values == SR_VALUES_SIGNED);
}
