/* Names the conversion from R'G'B' to Y'CbCr. */
#ifndef SR_COLOUR_H
#define SR_COLOUR_H

/* Java's Colour.Matrix has the same order. */
typedef enum sr_matrix { SR_BT601 = 0, SR_BT709 = 1 } sr_matrix;

/* The limited range, as in video, has luma from 16 to 235 and chroma from 16 to 240. The full range, as in JPEG, has
 * both from 0 to 255. Java's Colour.Range has the same order. */
typedef enum sr_range { SR_LIMITED_RANGE = 0, SR_FULL_RANGE = 1 } sr_range;

typedef struct sr_colour {
    sr_matrix matrix;
    sr_range range;
} sr_colour;

#endif
