/* A slot on its way into GStreamer: wrapped where it lies, stamped, pushed.
 *
 * GStreamer's functions come as addresses from whoever has loaded it; this module links to none of its libraries.
 */
#ifndef SR_APPSRC_H
#define SR_APPSRC_H

#include "sr_slot.h"

#include <stdbool.h>

typedef struct sr_gst {
    void *(*buffer_new)(void);
    void *(*buffer_new_wrapped_full)(unsigned int memory_flags, void *data, size_t max_bytes, size_t offset_bytes,
                                     size_t size_bytes, void *user_data, void (*notify)(void *));
    void *(*buffer_add_video_meta_full)(void *buffer, unsigned int frame_flags, unsigned int format,
                                        unsigned int width_px, unsigned int height_px, unsigned int plane_count,
                                        const size_t offset_bytes[4], const int stride_bytes[4]);
    int (*app_src_push_buffer)(void *appsrc, void *buffer); /* (transfer full) buffer */
    void (*mini_object_unref)(void *object);
} sr_gst;

typedef struct sr_appsrc {
    sr_gst gst;
    void *element; /* a GstAppSrc that the caller keeps alive */
    bool turns;    /* bottom-up pictures are described by a negative stride, so that GStreamer turns them */
} sr_appsrc;

enum { SR_FLOW_OK = 0 };

/* False when this GStreamer's GstBuffer is not laid out as we know it. */
bool sr_appsrc_check_abi(const sr_gst *gst);

/* Pushes the frame in a slot that is READY or FILLING, with the picture and the times that the slot's words tell: rows
 * and planes lie where GstVideoInfo has them by default. The slot is LENT from here on whatever the flow return says.
 * `keep` makes the caller a holder too, until sr_slot_release_hold. Returns the GstFlowReturn; anything but SR_FLOW_OK
 * means that the frame is lost, and counted so.
 */
int sr_appsrc_push(const sr_appsrc *appsrc, sr_slot *slot, bool keep);

/* Pushes the kept frame once more, at another time; the caller stays a holder. Not counted as delivered. */
int sr_appsrc_repeat(const sr_appsrc *appsrc, sr_slot *slot, int64_t pts_ns, int64_t duration_ns);

#endif
