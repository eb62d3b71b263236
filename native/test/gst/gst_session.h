/* GStreamer as the tests use it: a pipeline from an appsrc to a sink whose buffers the test takes, and gives back when
 * it likes. Without GStreamer's headers, so that a machine needs no more than what the library needs.
 */
#ifndef GST_SESSION_H
#define GST_SESSION_H

#include "sr_appsrc.h"
#include "sr_event.h"
#include "sr_format.h"

typedef struct gst_map {
    void *memory;
    unsigned int flags;
    unsigned char *data;
    size_t size_bytes, max_bytes;
    void *user_data[4], *reserved[4];
} gst_map;

typedef struct g_error {
    unsigned int domain;
    int code;
    const char *message;
} g_error;

typedef struct gst_probe_info {
    unsigned int type;
    unsigned long id;
    void *data;
} gst_probe_info;

typedef int (*gst_probe)(void *pad, gst_probe_info *info, void *user_data);

#define APP_GST_FUNCTIONS(F)                                                                                           \
    F(void, g_free, (void *))                                                                                          \
    F(unsigned int, g_log_set_always_fatal, (unsigned int))                                                            \
    F(void, g_object_get, (void *, const char *, ...))                                                                 \
    F(int, gst_app_src_end_of_stream, (void *))                                                                        \
    F(void, gst_app_src_set_caps, (void *, const void *))                                                              \
    F(void *, gst_buffer_copy_deep, (const void *))                                                                    \
    F(size_t, gst_buffer_get_sizes, (void *, size_t *, size_t *))                                                      \
    F(void *, gst_buffer_list_get, (void *, unsigned int))                                                             \
    F(unsigned int, gst_buffer_list_length, (void *))                                                                  \
    F(void, gst_buffer_resize, (void *, ptrdiff_t, size_t))                                                            \
    F(void *, gst_caps_get_structure, (const void *, unsigned int))                                                    \
    F(int, gst_caps_is_equal, (const void *, const void *))                                                            \
    F(void, gst_event_parse_caps, (void *, void **))                                                                   \
    F(void, gst_event_parse_segment, (void *, const void **))                                                          \
    F(void *, gst_mini_object_copy, (const void *))                                                                    \
    F(void, gst_segment_copy_into, (const void *, void *))                                                             \
    F(int, gst_segment_to_running_time_full, (const void *, int, uint64_t, uint64_t *))                                \
    F(int, gst_structure_has_field, (const void *, const char *))                                                      \
    F(int, gst_structure_has_name, (const void *, const char *))                                                       \
    F(uint64_t, gst_app_src_get_current_level_bytes, (void *))                                                         \
    F(int, gst_app_src_push_buffer, (void *, void *))                                                                  \
    F(void *, gst_bin_get_by_name, (void *, const char *))                                                             \
    F(void *, gst_buffer_add_video_meta_full,                                                                          \
      (void *, unsigned int, unsigned int, unsigned int, unsigned int, unsigned int, const size_t *, const int *))     \
    F(size_t, gst_buffer_fill, (void *, size_t, const void *, size_t))                                                 \
    F(unsigned int, gst_buffer_n_memory, (void *))                                                                     \
    F(size_t, gst_buffer_get_size, (void *))                                                                           \
    F(void *, gst_buffer_new_allocate, (void *, size_t, void *))                                                       \
    F(void *, gst_buffer_new, (void))                                                                                  \
    F(void *, gst_buffer_new_wrapped_full, (unsigned int, void *, size_t, size_t, size_t, void *, void (*)(void *)))   \
    F(void *, gst_buffer_peek_memory, (void *, unsigned int))                                                          \
    F(int, gst_element_get_state, (void *, int *, int *, uint64_t))                                                    \
    F(void *, gst_element_get_static_pad, (void *, const char *))                                                      \
    F(int, gst_element_set_state, (void *, int))                                                                       \
    F(int, gst_init_check, (int *, char ***, g_error **))                                                              \
    F(int, gst_memory_map, (void *, gst_map *, int))                                                                   \
    F(void, gst_memory_unmap, (void *, gst_map *))                                                                     \
    F(void *, gst_mini_object_ref, (void *))                                                                           \
    F(void *, gst_mini_object_make_writable, (void *))                                                                 \
    F(void, gst_mini_object_unref, (void *))                                                                           \
    F(void, gst_object_unref, (void *))                                                                                \
    F(unsigned long, gst_pad_add_probe, (void *, int, gst_probe, void *, void (*)(void *)))                            \
    F(void *, gst_parse_launch, (const char *, g_error **))                                                            \
    F(unsigned int, gst_video_format_from_string, (const char *))

#define APP_GST_MEMBER(result, name, parameters) result(*name) parameters;
extern struct app_gst { APP_GST_FUNCTIONS(APP_GST_MEMBER) } app;

enum { GST_STATE_NULL = 1, GST_STATE_PLAYING = 4 };
enum { GST_MAP_READ = 1, GST_MAP_WRITE = 2 };
enum { GST_FLOW_FLUSHING = -2, GST_FLOW_EOS = -3 };

enum { GST_SESSION_BUFFERS = 8 };

typedef struct gst_session {
    void *pipeline, *source;
    sr_event arrived; /* its count: how many buffers have */
    uint32_t taken;
    void *_Atomic buffers[GST_SESSION_BUFFERS];
} gst_session;

/* Ends the program with a message when GStreamer or one of its libraries is missing. */
void gst_load(void);
/* The functions that the library is given. */
sr_gst gst_functions(void);

/* From an appsrc with these caps through the elements ("! identity", say, or "") to the sink, and playing. */
void gst_session_play(gst_session *session, const char *caps, const char *elements);
/* The same in two steps, for what must be there before events flow. */
void gst_session_build(gst_session *session, const char *caps, const char *elements);
void gst_session_begin(gst_session *session);
/* The next buffer that arrives, to be unreferenced when done; NULL when none does within seconds. */
void *gst_session_take(gst_session *session);
void *gst_session_element(gst_session *session, const char *name);
/* To the NULL state; what has not been taken is given back. */
void gst_session_stop(gst_session *session);
void gst_session_close(gst_session *session);

/* What Java's Slot.stamp writes. */
void gst_stamp(sr_slot *slot, sr_format_id format, int width_px, int height_px, size_t size_bytes, bool bottom_up);

#endif
