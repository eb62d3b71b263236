#include "sr_planes.h"

#include <stdio.h>

enum {
    GL_FRAGMENT_SHADER = 0x8B30,
    GL_LINK_STATUS = 0x8B82,
    GL_VERTEX_SHADER = 0x8B31,
    MOST_HEAD_BYTES = 512,
};

static const char vertex_text[] =
    "void main() {\n" /* one triangle, twice as large as the viewport */
    "    gl_Position = vec4(gl_VertexID == 1 ? 3.0 : -1.0, gl_VertexID == 2 ? 3.0 : -1.0, 0.5, 1.0);\n"
    "}\n";

static const char fragment_text[] =
    "uniform sampler2D frame;\n" /* its lowest row is row 0 */
    "uniform ivec2 picture;\n"
    "out vec4 four_bytes;\n"
    "const vec3 WEIGHTS = vec3(KR, 1.0 - KR - KB, KB);\n"
    "vec3 stored(vec3 c) {\n"
    "#ifdef ENCODED\n"
    "    return mix(12.92 * c, 1.055 * pow(c, vec3(1.0 / 2.4)) - 0.055, step(0.0031308, c));\n"
    "#else\n"
    "    return c;\n"
    "#endif\n"
    "}\n"
    "vec3 colour(int x, int y) {\n" /* from the upper left; the edge goes on */
    "    ivec2 last = textureSize(frame, 0) - 1;\n"
    "    return stored(texelFetch(frame, ivec2(min(x, last.x), max(last.y - y, 0)), 0).rgb);\n"
    "}\n"
    "float luma(int x, int y) {\n"
    "    return (BLACK + LUMA_SPAN * dot(WEIGHTS, colour(x, y))) / 255.0;\n"
    "}\n"
    "vec2 chroma(int x, int y) {\n" /* of a block of 2x2 */
    "    vec3 mean = 0.25 * (colour(2 * x, 2 * y) + colour(2 * x + 1, 2 * y) +\n"
    "                        colour(2 * x, 2 * y + 1) + colour(2 * x + 1, 2 * y + 1));\n"
    "    vec2 difference = (mean.br - dot(WEIGHTS, mean)) / (2.0 - 2.0 * vec2(KB, KR));\n"
    "    return (128.0 + CHROMA_SPAN * difference) / 255.0;\n"
    "}\n"
    "vec4 chroma_bytes(int x, int y) {\n"
    "#ifdef PAIRS\n"
    "    return vec4(chroma(2 * x, y), chroma(2 * x + 1, y));\n"
    "#else\n"
    "    int columns = ((picture.x + 1) / 2 + 3) / 4;\n"
    "    vec2 plane = x < columns ? vec2(1.0, 0.0) : vec2(0.0, 1.0);\n"
    "    int first = 4 * (x < columns ? x : x - columns);\n"
    "    return vec4(dot(plane, chroma(first, y)), dot(plane, chroma(first + 1, y)),\n"
    "                dot(plane, chroma(first + 2, y)), dot(plane, chroma(first + 3, y)));\n"
    "#endif\n"
    "}\n"
    "void main() {\n"
    "    ivec2 at = ivec2(gl_FragCoord.xy);\n"
    "    int rows = (picture.y + 1) / 2 * 2;\n"
    "    int x = 4 * at.x;\n"
    "    four_bytes = at.y < rows\n"
    "        ? vec4(luma(x, at.y), luma(x + 1, at.y), luma(x + 2, at.y), luma(x + 3, at.y))\n"
    "        : chroma_bytes(at.x, at.y - rows);\n"
    "}\n";

static void add(sr_rects *rects, const sr_format *format, int x_px, int y_px, int width_px, int height_px,
                size_t offset_bytes) {
    rects->rect[rects->count++] = (sr_rect){x_px, y_px, width_px, height_px, offset_bytes, width_px, format};
}

static int fours(int bytes) {
    return (bytes + 3) / 4;
}

sr_planes_size sr_planes_lay_out(const sr_format *format, int picture_width_px, int picture_height_px,
                                 sr_rects *rects) {
    int rows = (picture_height_px + 1) / 2 * 2;
    int luma_px = fours(picture_width_px), chroma_px = fours((picture_width_px + 1) / 2);
    size_t luma_bytes = (size_t)luma_px * 4 * (size_t)rows, chroma_bytes = (size_t)chroma_px * 4 * (size_t)(rows / 2);

    rects->count = 0;
    add(rects, format, 0, 0, luma_px, rows, 0);
    if (format->id == SR_NV12) {
        add(rects, format, 0, rows, luma_px, rows / 2, luma_bytes);
        return (sr_planes_size){luma_px, rows + rows / 2};
    }
    add(rects, format, 0, rows, chroma_px, rows / 2, luma_bytes);
    add(rects, format, chroma_px, rows, chroma_px, rows / 2, luma_bytes + chroma_bytes);
    return (sr_planes_size){2 * chroma_px, rows + rows / 2};
}

static const char *version_line(const sr_gl *gl) {
    if (gl->es)
        return "#version 300 es\nprecision highp float;\nprecision highp int;\nprecision highp sampler2D;\n";
    if (sr_gl_at_least(gl, 3, 2))
        return "#version 150\n";
    return sr_gl_at_least(gl, 3, 1) ? "#version 140\n" : "#version 130\n";
}

/* By matrix and by range. */
static const char *const matrix_lines[] = {
    [SR_BT601] = "#define KR 0.299\n#define KB 0.114\n", [SR_BT709] = "#define KR 0.2126\n#define KB 0.0722\n"};
static const char *const range_lines[] = {
    [SR_LIMITED_RANGE] = "#define BLACK 16.0\n#define LUMA_SPAN 219.0\n#define CHROMA_SPAN 224.0\n",
    [SR_FULL_RANGE] = "#define BLACK 0.0\n#define LUMA_SPAN 255.0\n#define CHROMA_SPAN 255.0\n"};

static void write_head(char *head, const sr_gl *gl, const sr_format *format, sr_colour colour, bool encoded) {
    snprintf(head, MOST_HEAD_BYTES, "%s%s%s%s%s", version_line(gl), matrix_lines[colour.matrix],
             range_lines[colour.range], format->id == SR_NV12 ? "#define PAIRS\n" : "",
             encoded ? "#define ENCODED\n" : "");
}

/* The shader is deleted together with the program. */
static void attach(const sr_gl_draw *draw, unsigned int program, sr_glenum type, const char *head, const char *text) {
    const char *const parts[] = {head, text};
    unsigned int shader = draw->create_shader(type);
    draw->shader_source(shader, 2, parts, NULL);
    draw->compile_shader(shader);
    draw->attach_shader(program, shader);
    draw->delete_shader(shader);
}

unsigned int sr_planes_program(const sr_gl_draw *draw, const sr_format *format, sr_colour colour, bool encoded) {
    char head[MOST_HEAD_BYTES];
    int linked = 0;
    unsigned int program = draw->create_program();
    write_head(head, draw->gl, format, colour, encoded);
    attach(draw, program, GL_VERTEX_SHADER, head, vertex_text);
    attach(draw, program, GL_FRAGMENT_SHADER, head, fragment_text);
    draw->link_program(program);
    draw->get_program_iv(program, GL_LINK_STATUS, &linked);
    if (linked)
        return program;
    draw->delete_program(program);
    return 0;
}
