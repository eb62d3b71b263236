/* Which Y'CbCr is made of R'G'B'. */
#ifndef SR_COLOUR_H
#define SR_COLOUR_H

/* Java's Colour has the same order. */
typedef enum sr_matrix { SR_BT601 = 0, SR_BT709 = 1 } sr_matrix;

/* Luma from 16 to 235, chroma from 16 to 240: we make nothing else as yet. */
typedef enum sr_range { SR_LIMITED_RANGE = 0 } sr_range;

typedef struct sr_colour {
    sr_matrix matrix;
    sr_range range;
} sr_colour;

#endif
