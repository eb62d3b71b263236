/* The conversion beside GStreamer's own: frames laid out alike, and every sample within 2 levels of videoconvert's. */
#include "check.h"
#include "convert_picture.h"
#include "gst_session.h"

#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_LEVELS_APART = 2 };

/* The public members of GstVideoInfo, stable ABI since GStreamer 1.0. */
typedef struct video_info {
    const void *format;
    int interlace_mode, flags, width_px, height_px;
    size_t size_bytes;
    int views, chroma_site, range, matrix, transfer, primaries;
    int par_n, par_d, fps_n, fps_d;
    size_t offset_bytes[4];
    int stride_bytes[4];
} video_info;

static video_info *(*info_new)(void);
static int (*info_set_format)(video_info *info, unsigned int format, unsigned int width_px, unsigned int height_px);
static void (*info_free)(video_info *info);

static void *find(const char *name) {
    void *library = dlopen("libgstvideo-1.0.so.0", RTLD_NOW | RTLD_LOCAL);
    void *address = library == NULL ? NULL : dlsym(library, name);
    if (address == NULL)
        exit(2);
    return address;
}

static void load_info_functions(void) {
    void *addresses[] = {find("gst_video_info_new"), find("gst_video_info_set_format"), find("gst_video_info_free")};
    memcpy(&info_new, &addresses[0], sizeof(void *));
    memcpy(&info_set_format, &addresses[1], sizeof(void *));
    memcpy(&info_free, &addresses[2], sizeof(void *));
}

static const char *format_name(const sr_conversion *conversion) {
    return conversion->nv12 ? "NV12" : "I420";
}

static void check_layout(const sr_conversion *conversion) {
    video_info *info = info_new();
    CHECK(info_set_format(info, app.gst_video_format_from_string(format_name(conversion)),
                          (unsigned int)conversion->width_px, (unsigned int)conversion->height_px));
    samples ours = frame_samples(conversion, NULL);
    CHECK_EQUAL(info->stride_bytes[0], ours.y_stride_bytes);
    CHECK_EQUAL(info->stride_bytes[1], ours.chroma_stride_bytes);
    CHECK_EQUAL(info->offset_bytes[1], (uintptr_t)ours.u);
    CHECK(conversion->nv12 || info->offset_bytes[2] == (uintptr_t)ours.v);
    CHECK_EQUAL(sr_convert_frame_bytes(conversion->width_px, conversion->height_px, conversion->nv12),
                info->size_bytes);
    info_free(info);
}

static void should_be_laid_out_as_by_gstreamer(void) {
    for (int height = 1; height <= 9; height++) {
        for (int width = 1; width <= 67; width++) {
            check_layout(&(sr_conversion){.width_px = width, .height_px = height});
            check_layout(&(sr_conversion){.width_px = width, .height_px = height, .nv12 = true});
        }
    }
    check_layout(&(sr_conversion){.width_px = 1366, .height_px = 769});
    check_layout(&(sr_conversion){.width_px = 16383, .height_px = 16383, .nv12 = true});
}

static int apart(int a, int b) {
    return a > b ? a - b : b - a;
}

static int larger(int a, int b) {
    return a > b ? a : b;
}

static int worst_of(const sr_conversion *conversion, const uint8_t *frame, const uint8_t *theirs_frame) {
    samples ours = frame_samples(conversion, frame), theirs = frame_samples(conversion, theirs_frame);
    int worst = 0;
    for (int y = 0; y < conversion->height_px; y++) {
        for (int x = 0; x < conversion->width_px; x++) {
            int at = y * ours.y_stride_bytes + x;
            int chroma_at = y / 2 * ours.chroma_stride_bytes + x / 2 * ours.chroma_step_bytes;
            worst = larger(worst, apart(ours.y[at], theirs.y[at]));
            worst = larger(worst, apart(ours.u[chroma_at], theirs.u[chroma_at]));
            worst = larger(worst, apart(ours.v[chroma_at], theirs.v[chroma_at]));
        }
    }
    return worst;
}

/* By matrix and by range. */
static const char *const colorimetry[][2] = {{"bt601", "1:4:16:4"}, {"bt709", "1:3:5:1"}};

static void play(gst_session *session, const sr_conversion *conversion) {
    char caps[128], elements[128];
    snprintf(caps, sizeof caps, "video/x-raw,format=%s,width=%d,height=%d,framerate=30/1",
             conversion->rgba_order ? "RGBx" : "BGRx", conversion->width_px, conversion->height_px);
    snprintf(elements, sizeof elements, "! videoconvert ! video/x-raw,format=%s,colorimetry=%s",
             format_name(conversion), colorimetry[conversion->colour.matrix][conversion->colour.range]);
    gst_session_play(session, caps, elements);
}

static void check_against(const sr_conversion *conversion, const uint8_t *pixels, void *buffer) {
    size_t bytes = sr_convert_frame_bytes(conversion->width_px, conversion->height_px, conversion->nv12);
    uint8_t *frame = malloc(bytes); /* of its very size, so that the sanitizer watches both ends */
    gst_map map;
    void *memory = app.gst_buffer_peek_memory(buffer, 0);
    CHECK(app.gst_memory_map(memory, &map, GST_MAP_READ));
    CHECK(map.size_bytes >= bytes);
    sr_convert_planes(conversion, sr_convert_best_level(), pixels, frame);
    CHECK(worst_of(conversion, frame, map.data) <= MAX_LEVELS_APART);
    app.gst_memory_unmap(memory, &map);
    app.gst_mini_object_unref(buffer);
    free(frame);
}

/* In a session of its own: of pictures with less than 3 rows, videoconvert 1.22 gives the first one for ever. */
static void compare(const sr_conversion *conversion, picture_kind kind) {
    size_t bytes = picture_bytes(conversion);
    uint8_t *pixels = malloc(bytes), *turned = malloc(bytes);
    picture_paint(conversion, kind, pixels);
    picture_turn(conversion, pixels, turned);
    gst_session session;
    play(&session, conversion);
    void *input = app.gst_buffer_new_wrapped_full(0, turned, bytes, 0, bytes, turned, free);
    CHECK_EQUAL(app.gst_app_src_push_buffer(session.source, input), SR_FLOW_OK);
    void *output = gst_session_take(&session);
    CHECK(output != NULL);
    if (output != NULL)
        check_against(conversion, pixels, output);
    gst_session_close(&session);
    free(pixels);
}

static void compare_all(int width_px, int height_px) {
    for (int index = 0; index < CONVERSION_KINDS * PICTURE_KINDS; index++) {
        sr_conversion conversion = conversion_kind(index % CONVERSION_KINDS, width_px, height_px);
        compare(&conversion, (picture_kind)(index / CONVERSION_KINDS));
    }
}

static void should_be_within_two_levels_of_videoconvert_when_even(void) {
    compare_all(2, 2);
    compare_all(64, 36);
    compare_all(646, 358);
}

static void should_be_within_two_levels_of_videoconvert_when_odd(void) {
    compare_all(1, 1);
    compare_all(1, 8);
    compare_all(9, 1);
    compare_all(67, 35);
    compare_all(641, 480);
    compare_all(640, 479);
}

int main(void) {
    gst_load();
    load_info_functions();
    RUN(should_be_laid_out_as_by_gstreamer);
    RUN(should_be_within_two_levels_of_videoconvert_when_even);
    RUN(should_be_within_two_levels_of_videoconvert_when_odd);
    return check_report();
}
