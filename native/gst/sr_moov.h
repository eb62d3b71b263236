/* Corrects the header (moov) of a fragmented MP4 as GStreamer's qtmux writes it.
 *
 * Each track's edit list there ends with the first fragment. GStreamer's player takes a list of one edit for open, but
 * of a track that begins late, whose list begins with an empty edit, it plays no more. So the last edit of such a list
 * becomes as long as it can be. With no length at all, which means "to the end", ffmpeg would skip the first fragment.
 */
#ifndef SR_MOOV_H
#define SR_MOOV_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Touches nothing beyond `size_bytes` whatever the bytes are. Returns whether anything was changed; the header of a
 * file without fragments is left as it is.
 */
bool sr_moov_extend_edits(uint8_t *moov, size_t size_bytes);

#endif
