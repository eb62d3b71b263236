/* Corrects the header (moov) of an MP4 or MOV as GStreamer's qtmux writes it.
 *
 * Each track's edit list of a fragmented file ends with the first fragment. GStreamer's player takes a list of one edit
 * for open, but of a track that begins late, whose list begins with an empty edit, it plays no more. So the last edit
 * of such a list becomes as long as it can be. With no length at all, which means "to the end", ffmpeg would skip the
 * first fragment.
 *
 * A MOV of about the size of a television picture gets a clean aperture of 4:3 or 16:9, whatever its pixels are, and
 * players cut the picture at it: of 720x480 they show 640x480. The recorder's pixels are square and all of them are the
 * picture, so that nothing is cut if there is no aperture.
 *
 * GStreamer 1.22 writes what describes Opus (dOps) with the bytes of each number in the wrong order. ffmpeg then leaves
 * out 0.3 s of the sound, where the pre-skip says 6.5 ms. The rate in it tells which order it is.
 *
 * Packets of sound from before its beginning come with a PTS that is later than their DTS (sr_priming.h), and the track
 * gets a table of these differences (ctts). Sound is played as it is decoded: the edit list, which begins behind these
 * packets, says all there is. In front of fragments it becomes one of two edits, of which the first one is empty, in
 * the room of the table: GStreamer's player moves a single edit with each fragment by as much as that leaves out.
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

/* Hides the clean aperture (clap) and the dimensions that belong to it (tapt). As safe, and returns the same. */
bool sr_moov_show_all(uint8_t *moov, size_t size_bytes);

/* Puts the numbers that describe Opus in their order, if they are not. As safe, and returns the same. */
bool sr_moov_order_opus(uint8_t *moov, size_t size_bytes);

/* Takes away the table of sound whose first packets alone are later than their DTS. As safe, and returns the same. */
bool sr_moov_keep_priming(uint8_t *moov, size_t size_bytes);

#endif
