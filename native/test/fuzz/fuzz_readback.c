/* Any rectangle into a picture of its own size, whatever pack state the application has left: every pixel is right,
 * not a byte is written beside the picture, and the state is what it was. */
#include "fuzz_input.h"
#include "sr_readback.h"

enum { MOST_PX = 24, FRAMEBUFFER = 7, NAMES = 8 };

enum {
    PACK_ALIGNMENT = 0x0D05,
    PACK_INVERT_MESA = 0x8758,
    PACK_LSB_FIRST = 0x0D01,
    PACK_ROW_LENGTH = 0x0D02,
    PACK_SKIP_PIXELS = 0x0D04,
    PACK_SKIP_ROWS = 0x0D03,
    PACK_SWAP_BYTES = 0x0D00,
    PIXEL_PACK_BUFFER_BINDING = 0x88ED,
};

static const sr_glenum names[NAMES] = {PACK_ALIGNMENT,   PACK_INVERT_MESA, PACK_LSB_FIRST,  PACK_ROW_LENGTH,
                                       PACK_SKIP_PIXELS, PACK_SKIP_ROWS,   PACK_SWAP_BYTES, PIXEL_PACK_BUFFER_BINDING};

/* The driver that is read from. */
static struct {
    int values[NAMES];
    bool known[NAMES]; /* in this version of GL */
} driver;

static int *value_of(sr_glenum name) {
    for (int i = 0; i < NAMES; i++) {
        if (names[i] == name) {
            FUZZ_CHECK(driver.known[i]);
            return &driver.values[i];
        }
    }
    return NULL;
}

static int value(sr_glenum name) {
    for (int i = 0; i < NAMES; i++) {
        if (names[i] == name)
            return driver.values[i];
    }
    abort();
}

static void get_integerv(sr_glenum name, int *result) {
    const int *known = value_of(name);
    *result = known != NULL ? *known : FRAMEBUFFER; /* the only other thing that is asked for is its name */
}

static void pixel_storei(sr_glenum name, int new_value) {
    *value_of(name) = new_value;
}

static void bind_buffer(sr_glenum target, unsigned int buffer) {
    (void)target;
    *value_of(PIXEL_PACK_BUFFER_BINDING) = (int)buffer;
}

static unsigned char is_buffer(unsigned int buffer) {
    return buffer != 0;
}

static uint32_t pixel_at(int x_px, int y_px) {
    return (uint32_t)x_px * 0x10001 + (uint32_t)y_px * 0x3010100 + 0x5A;
}

/* As the specification has it, in 4 bytes a pixel. */
static void read_pixels(int x_px, int y_px, int width_px, int height_px, sr_glenum format, sr_glenum type, void *to) {
    (void)format, (void)type;
    FUZZ_CHECK(value(PIXEL_PACK_BUFFER_BINDING) == 0); /* else `to` is an offset */
    int alignment = value(PACK_ALIGNMENT);
    int row_px = value(PACK_ROW_LENGTH) > 0 ? value(PACK_ROW_LENGTH) : width_px;
    long stride_bytes = (row_px * 4L + alignment - 1) / alignment * alignment;
    for (int row = 0; row < height_px; row++) {
        int drawn_row = value(PACK_INVERT_MESA) ? height_px - 1 - row : row;
        char *start = (char *)to + (value(PACK_SKIP_ROWS) + row) * stride_bytes + value(PACK_SKIP_PIXELS) * 4L;
        for (int column = 0; column < width_px; column++) {
            uint32_t pixel = pixel_at(x_px + column, y_px + drawn_row);
            memcpy(start + column * 4L, &pixel, sizeof pixel);
        }
    }
}

static void *current_context(void) {
    return &driver;
}

/* A GL of any age, with any state in what it knows; the rest is as a fresh context has it. */
static sr_gl any_driver(fuzz_input *input) {
    int age = fuzz_below(input, 8);
    sr_gl gl = {.window.current_context = current_context,
                .context = &driver,
                .major = 3,
                .framebuffers = true,
                .read_framebuffer = true,
                .pack_layout = age & 1,
                .pack_order = (age & 3) == 3,
                .pack_buffer = age & 1,
                .pack_invert = age & 4,
                .get_integerv = get_integerv,
                .pixel_storei = pixel_storei,
                .read_pixels = read_pixels,
                .bind_buffer = bind_buffer,
                .is_buffer = is_buffer};
    const bool known[NAMES] = {true,           gl.pack_invert, gl.pack_order, gl.pack_layout,
                               gl.pack_layout, gl.pack_layout, gl.pack_order, gl.pack_buffer};
    for (int i = 0; i < NAMES; i++) {
        driver.known[i] = known[i];
        driver.values[i] = known[i] ? fuzz_below(input, 100) : 0;
    }
    driver.values[0] = 1 << fuzz_below(input, 4);
    return gl;
}

/* The picture is one pixel larger where the codec wants even sizes; Java asks for it only where rows can be padded. */
static sr_area any_area(fuzz_input *input, const sr_gl *gl) {
    sr_area area = {.x_px = fuzz_byte(input),
                    .y_px = fuzz_byte(input),
                    .width_px = 1 + fuzz_below(input, MOST_PX),
                    .height_px = 1 + fuzz_below(input, MOST_PX),
                    .format = &sr_formats[SR_BGRX]};
    area.picture_width_px = area.width_px + (gl->pack_layout ? fuzz_below(input, 2) : 0);
    area.picture_height_px = area.height_px + fuzz_below(input, 2);
    return area;
}

static int smaller(int a, int b) {
    return a < b ? a : b;
}

static void check_picture(const sr_area *area, bool upright, const char *pixels) {
    int extra_rows = upright ? 0 : area->picture_height_px - area->height_px; /* below, so first in memory */
    for (int y = 0; y < area->picture_height_px; y++) {
        for (int x = 0; x < area->picture_width_px; x++) {
            uint32_t pixel;
            memcpy(&pixel, pixels + (y * area->picture_width_px + x) * 4, sizeof pixel);
            int column = smaller(x, area->width_px - 1);
            int row = upright ? area->height_px - 1 - y : y - extra_rows;
            FUZZ_CHECK(pixel == pixel_at(area->x_px + column, area->y_px + (row < 0 ? 0 : row)));
        }
    }
}

static void read_at_once(const sr_gl *gl, const sr_area *area, bool upright, char *pixels) {
    sr_reader reader;
    FUZZ_CHECK(sr_reader_open(&reader, gl, area, upright ? SR_SOURCE_INVERTED : SR_SOURCE_BOTTOM_UP, (sr_colour){0}));
    const sr_destination to = {.memory = pixels};
    FUZZ_CHECK(sr_reader_read(&reader, FRAMEBUFFER, &to) == SR_READ_OK);
    FUZZ_CHECK(sr_reader_read(&reader, FRAMEBUFFER + 1, &to) == SR_READ_OTHER_FRAMEBUFFER);
    sr_reader_close(&reader);
}

static void read_tile(const sr_gl *gl, const sr_area *tile, sr_position at, const sr_area *frame, char *pixels) {
    sr_rects rects;
    sr_rects_tile(tile, at, frame->width_px, frame->height_px, &rects);
    sr_reader reader = {.gl = gl, .source = sr_source_rects(&rects)};
    FUZZ_CHECK(sr_reader_read(&reader, FRAMEBUFFER, &(sr_destination){.memory = pixels}) == SR_READ_OK);
    sr_reader_close(&reader);
}

/* In four tiles, whose edges meet anywhere. */
static void read_in_tiles(const sr_gl *gl, const sr_area *frame, sr_position middle, char *pixels) {
    const int columns[] = {0, middle.x_px, frame->width_px}, rows[] = {0, middle.y_px, frame->height_px};
    for (int i = 0; i < 4; i++) {
        sr_position at = {columns[i % 2], rows[i / 2]};
        sr_area tile = *frame;
        tile.x_px += at.x_px;
        tile.y_px += at.y_px;
        tile.width_px = columns[i % 2 + 1] - at.x_px;
        tile.height_px = rows[i / 2 + 1] - at.y_px;
        if (tile.width_px > 0 && tile.height_px > 0)
            read_tile(gl, &tile, at, frame, pixels);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size_bytes) {
    fuzz_input input = {data, size_bytes};
    sr_gl gl = any_driver(&input);
    sr_area area = any_area(&input, &gl);
    int before[NAMES];
    memcpy(before, driver.values, sizeof before);
    char *pixels = malloc((size_t)area.picture_width_px * (size_t)area.picture_height_px * 4); /* to the byte */
    bool tiled = gl.pack_layout && fuzz_below(&input, 2);
    bool upright = !tiled && gl.pack_invert && fuzz_below(&input, 2);
    sr_position middle = {fuzz_below(&input, area.width_px + 1), fuzz_below(&input, area.height_px + 1)};
    if (tiled)
        read_in_tiles(&gl, &area, middle, pixels);
    else
        read_at_once(&gl, &area, upright, pixels);
    check_picture(&area, upright, pixels);
    FUZZ_CHECK(memcmp(before, driver.values, sizeof before) == 0);
    free(pixels);
    return 0;
}
