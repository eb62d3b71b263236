/* Looks at what a muxer writes, and corrects on its way into the file what an MP4 needs that is never finished, which
 * is the index of each fragment and the header before them, and the header of a MOV.
 */
#ifndef SR_FRAGMENTS_H
#define SR_FRAGMENTS_H

#include <stddef.h>

typedef struct sr_fragments_gst {
    unsigned long (*pad_add_probe)(void *pad, int mask, int (*callback)(void *pad, void *info, void *user_data),
                                   void *user_data, void (*destroy)(void *user_data));
    void *(*mini_object_make_writable)(void *mini_object);
    size_t (*buffer_get_size)(void *buffer);
    size_t (*buffer_extract)(void *buffer, size_t offset_bytes, void *into, size_t size_bytes);
    size_t (*buffer_fill)(void *buffer, size_t offset_bytes, const void *from, size_t size_bytes);
} sr_fragments_gst;

/* Watches a GstPad as long as it lives; all that passes but fragments is only glanced at. Returns 0 when there is no
 * memory.
 */
unsigned long sr_fragments_watch(const sr_fragments_gst *gst, void *pad);

#endif
