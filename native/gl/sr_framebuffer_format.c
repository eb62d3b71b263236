#include "sr_framebuffer_format.h"

enum {
    GL_BACK = 0x0405,
    GL_BACK_LEFT = 0x0402,
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
    GL_RGBA8 = 0x8058,
    GL_RIGHT = 0x0407,
    GL_SIGNED_NORMALIZED = 0x8F9C,
    GL_SRGB = 0x8C40,
    GL_UNSIGNED_INT = 0x1405,
};

typedef struct known_format {
    int bits[4];
    sr_values values;
    bool srgb;
    sr_glenum internal_format;
} known_format;

static const known_format known_formats[] = {
    {{8, 8, 8, 8}, SR_VALUES_NORMALIZED, false, 0x8058},     /* RGBA8 */
    {{8, 8, 8, 8}, SR_VALUES_NORMALIZED, true, 0x8C43},      /* SRGB8_ALPHA8 */
    {{8, 8, 8, 0}, SR_VALUES_NORMALIZED, false, 0x8051},     /* RGB8 */
    {{8, 8, 8, 0}, SR_VALUES_NORMALIZED, true, 0x8C41},      /* SRGB8 */
    {{10, 10, 10, 2}, SR_VALUES_NORMALIZED, false, 0x8059},  /* RGB10_A2 */
    {{16, 16, 16, 16}, SR_VALUES_NORMALIZED, false, 0x805B}, /* RGBA16 */
    {{16, 16, 16, 16}, SR_VALUES_FLOAT, false, 0x881A},      /* RGBA16F */
    {{32, 32, 32, 32}, SR_VALUES_FLOAT, false, 0x8814},      /* RGBA32F */
    {{11, 11, 10, 0}, SR_VALUES_FLOAT, false, 0x8C3A},       /* R11F_G11F_B10F */
    {{5, 6, 5, 0}, SR_VALUES_NORMALIZED, false, 0x8D62},     /* RGB565 */
    {{5, 5, 5, 1}, SR_VALUES_NORMALIZED, false, 0x8057},     /* RGB5_A1 */
    {{4, 4, 4, 4}, SR_VALUES_NORMALIZED, false, 0x8056},     /* RGBA4 */
    {{8, 8, 0, 0}, SR_VALUES_NORMALIZED, false, 0x822B},     /* RG8 */
    {{8, 0, 0, 0}, SR_VALUES_NORMALIZED, false, 0x8229},     /* R8 */
    {{8, 8, 8, 8}, SR_VALUES_SIGNED, false, 0x8F97},         /* RGBA8_SNORM */
    {{16, 16, 16, 16}, SR_VALUES_SIGNED, false, 0x8F9B},     /* RGBA16_SNORM */
    {{8, 8, 0, 0}, SR_VALUES_SIGNED, false, 0x8F95},         /* RG8_SNORM */
    {{8, 0, 0, 0}, SR_VALUES_SIGNED, false, 0x8F94},         /* R8_SNORM */
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

static sr_glenum internal_format(const int bits[4], const sr_colour_format *format) {
    for (unsigned int i = 0; i < sizeof known_formats / sizeof known_formats[0]; i++) {
        if (is_known_as(&known_formats[i], bits, format))
            return known_formats[i].internal_format;
    }
    return 0;
}

void sr_framebuffer_format(const sr_gl *gl, sr_colour_format *format) {
    *format = (sr_colour_format){SR_VALUES_NORMALIZED, false, GL_RGBA8};
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
    format->internal_format = internal_format(bits, format);
}

bool sr_framebuffer_format_needs_copy(const sr_gl *gl, const sr_colour_format *format) {
    return gl->es && (format->values == SR_VALUES_FLOAT || format->values == SR_VALUES_SIGNED);
}
