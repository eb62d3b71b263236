#include "gst_session.h"

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { G_LOG_LEVEL_ERROR = 4, G_LOG_LEVEL_CRITICAL = 8 };
enum { PROBE_BUFFER = 16, PROBE_OK = 1 };

static const int64_t PATIENCE_NS = 10000000000;

struct app_gst app;

static void require(bool condition, const char *what) {
    if (condition)
        return;
    fprintf(stderr, "This test needs %s (on Debian: apt-get install gstreamer1.0-plugins-base).\n", what);
    exit(2);
}

static void *find(const char *name) {
    static const char *const libraries[] = {"libgstreamer-1.0.so.0", "libgstapp-1.0.so.0", "libgstvideo-1.0.so.0"};
    void *address = NULL;
    for (int i = 0; i < 3 && address == NULL; i++) {
        void *library = dlopen(libraries[i], RTLD_NOW | RTLD_LOCAL);
        require(library != NULL, libraries[i]);
        address = dlsym(library, name);
    }
    require(address != NULL, name);
    return address;
}

void gst_load(void) {
    void *address;
#define LOAD(result, name, parameters)                                                                                 \
    address = find(#name);                                                                                             \
    memcpy(&app.name, &address, sizeof address);
    APP_GST_FUNCTIONS(LOAD)
#undef LOAD
    require(app.gst_init_check(NULL, NULL, NULL), "a GStreamer that initializes");
    app.g_log_set_always_fatal(G_LOG_LEVEL_ERROR | G_LOG_LEVEL_CRITICAL); /* misuse of GStreamer fails the test */
}

sr_gst gst_functions(void) {
    return (sr_gst){
        .buffer_new = app.gst_buffer_new,
        .buffer_new_wrapped_full = app.gst_buffer_new_wrapped_full,
        .buffer_add_video_meta_full = app.gst_buffer_add_video_meta_full,
        .app_src_push_buffer = app.gst_app_src_push_buffer,
        .mini_object_unref = app.gst_mini_object_unref,
    };
}

static int keep_buffer(void *pad, gst_probe_info *info, void *data) {
    (void)pad;
    gst_session *session = data;
    uint32_t index = atomic_load(&session->arrived.count);
    require(index < GST_SESSION_BUFFERS, "fewer buffers");
    atomic_store(&session->buffers[index], app.gst_mini_object_ref(info->data));
    sr_event_signal(&session->arrived);
    return PROBE_OK;
}

static void watch_sink(gst_session *session) {
    void *pad = app.gst_element_get_static_pad(gst_session_element(session, "sink"), "sink");
    app.gst_pad_add_probe(pad, PROBE_BUFFER, keep_buffer, session, NULL);
    app.gst_object_unref(pad);
}

void gst_session_build(gst_session *session, const char *caps, const char *elements) {
    char description[512];
    g_error *error = NULL;
    snprintf(description, sizeof description,
             "appsrc name=source format=time caps=\"%s\" %s ! fakesink name=sink sync=false enable-last-sample=false",
             caps, elements);
    *session = (gst_session){.pipeline = app.gst_parse_launch(description, &error)};
    require(error == NULL, error == NULL ? "" : error->message);
    session->source = gst_session_element(session, "source");
    watch_sink(session);
}

void gst_session_play(gst_session *session, const char *caps, const char *elements) {
    gst_session_build(session, caps, elements);
    gst_session_begin(session);
}

void gst_session_begin(gst_session *session) {
    app.gst_element_set_state(session->pipeline, GST_STATE_PLAYING); /* complete when the first frame is there */
}

void *gst_session_element(gst_session *session, const char *name) {
    void *element = app.gst_bin_get_by_name(session->pipeline, name);
    require(element != NULL, name);
    app.gst_object_unref(element); /* the pipeline holds it */
    return element;
}

void *gst_session_take(gst_session *session) {
    if (!sr_event_await(&session->arrived, session->taken, PATIENCE_NS))
        return NULL;
    return atomic_load(&session->buffers[session->taken++]);
}

void gst_session_stop(gst_session *session) {
    app.gst_element_set_state(session->pipeline, GST_STATE_NULL);
    app.gst_element_get_state(session->pipeline, NULL, NULL, (uint64_t)PATIENCE_NS);
    while (session->taken < atomic_load(&session->arrived.count))
        app.gst_mini_object_unref(gst_session_take(session));
}

void gst_session_close(gst_session *session) {
    gst_session_stop(session);
    app.gst_object_unref(session->pipeline);
}

void gst_stamp(sr_slot *slot, sr_format_id format, int width_px, int height_px, size_t size_bytes, bool bottom_up) {
    sr_slot_shared *words = slot->shared;
    words->format = format;
    words->width_px = (uint32_t)width_px;
    words->height_px = (uint32_t)height_px;
    words->size_bytes = size_bytes;
    words->bottom_up = bottom_up;
}
