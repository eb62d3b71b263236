/* Completes the index of an MP4 fragment (moof) as GStreamer's qtmux writes it.
 *
 * qtmux begins each track's part of a fragment by assuming that all samples last as long as the first, and are as
 * large. The first sample that differs takes these defaults back, and the samples before it are given values of their
 * own. But a later one that is like the first is given none: players find a sample of size 0 there, and ffmpeg refuses
 * the whole file. Sound has such samples, silence above all; video has them where frames come at uneven times.
 *
 * So it is with flags, which tell keyframes from other samples: it forgets what it took for usual, and tells some runs'
 * flags in two places, of which GStreamer's qtdemux expects one. It then reads the next sample in the wrong place.
 *
 * The first sample's values become the track's defaults again, and so do the flags of most samples. The fragment's size
 * must stay as it is, because qtmux has counted it. The room comes from what is then said twice: the place of the first
 * run of samples, values that are the defaults, and flags.
 */
#ifndef SR_MOOF_H
#define SR_MOOF_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Touches nothing beyond `size_bytes` whatever the bytes are. Returns whether anything was changed; what does not fit
 * is left as it is.
 */
bool sr_moof_complete(uint8_t *moof, size_t size_bytes);

#endif
