/* Fills a ring with what an encoder sends to a muxer, and sends what is saved to another muxer.
 *
 * GStreamer's functions come as addresses. The stream goes on as it was: the ring refers to the buffers that pass. It
 * never has the first packets of Opus, of which a decoder is to leave out what the header calls the pre-skip. So what
 * is saved never begins with them, and has no pre-skip.
 */
#ifndef SR_REPLAY_H
#define SR_REPLAY_H

#include "sr_ring_save.h"

typedef struct sr_replay_gst {
    unsigned long (*pad_add_probe)(void *pad, int mask, int (*callback)(void *pad, void *info, void *user_data),
                                   void *user_data, void (*destroy)(void *user_data));
    void (*event_parse_caps)(void *event, void **caps);
    void (*event_parse_segment)(void *event, const void **segment);
    void (*segment_copy_into)(const void *from, void *to);
    int (*segment_to_running_time_full)(const void *segment, int format, uint64_t position, uint64_t *running);
    void *(*caps_get_structure)(const void *caps, unsigned int index);
    int (*structure_has_field)(const void *structure, const char *name);
    int (*structure_has_name)(const void *structure, const char *name);
    int (*caps_is_equal)(const void *caps, const void *other);
    size_t (*buffer_get_sizes)(void *buffer, size_t *offset_bytes, size_t *most_bytes);
    void *(*buffer_copy_deep)(const void *buffer);
    unsigned int (*buffer_list_length)(void *list);
    void *(*buffer_list_get)(void *list, unsigned int index);
    void *(*mini_object_ref)(void *object);
    void *(*mini_object_copy)(const void *object);
    void (*mini_object_unref)(void *object);
    void (*app_src_set_caps)(void *appsrc, const void *caps);
    int (*app_src_push_buffer)(void *appsrc, void *buffer); /* (transfer full) buffer */
    int (*app_src_end_of_stream)(void *appsrc);
} sr_replay_gst;

/* Watches a GstPad of a muxer as long as it lives, for this track of the ring. Call it before data flows. Returns false
 * if there is no memory.
 */
bool sr_replay_watch(const sr_replay_gst *gst, sr_ring *ring, void *pad, int track);

/* A ring that holds references of GstMiniObjects. */
sr_ring *sr_replay_create(const sr_replay_gst *gst, int64_t keep_ns, uint64_t most_bytes);

/* Sends a packet, with times that begin at `base_ns`. The caller still has its buffer. Returns the GstFlowReturn. */
int sr_replay_push(const sr_replay_gst *gst, void *appsrc, const sr_packet *packet, int64_t base_ns);

/* Sends all that the save holds to a GstAppSrc for each track (NULL where there is none), with times that begin at its
 * base, and ends the streams. The appsrcs have their caps, and take everything at once. Returns the first
 * GstFlowReturn that is not OK.
 */
int sr_replay_send(const sr_replay_gst *gst, sr_ring_save *save, void *const appsrcs[SR_TRACKS],
                   const int64_t bases_ns[SR_TRACKS]);

#endif
