/* Has GStreamer's qtmux keep the packets of sound from before its beginning. A decoder needs them, and plays none of
 * them.
 *
 * qtmux drops what is shown before 0, but not what is only decoded before it: that gets an edit list which begins
 * behind it. So the time of such a packet becomes its DTS, and its PTS is its end, or the beginning if that is later.
 * sr_moov.h corrects what qtmux then writes about the difference, because sound is played as it is decoded.
 */
#ifndef SR_PRIMING_H
#define SR_PRIMING_H

#include <stdint.h>

typedef struct sr_priming_gst {
    unsigned long (*pad_add_probe)(void *pad, int mask, int (*callback)(void *pad, void *info, void *user_data),
                                   void *user_data, void (*destroy)(void *user_data));
    void *(*mini_object_make_writable)(void *mini_object);
} sr_priming_gst;

/* Watches the packets of sound that pass a GstPad, as long as it lives. `begin_ns` is the PTS of the beginning. Returns
 * 0 when there is no memory.
 */
unsigned long sr_priming_watch(const sr_priming_gst *gst, void *pad, int64_t begin_ns);

#endif
