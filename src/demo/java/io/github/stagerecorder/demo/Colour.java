package io.github.stagerecorder.demo;

/** Colours are ints, 0xRRGGBBAA, so that drawing a frame creates no objects. */
final class Colour {
    private Colour() {}

    static int opaque(int red, int green, int blue) {
        return red << 24 | green << 16 | blue << 8 | 0xFF;
    }

    static int withAlpha(int colour, int alpha) {
        return colour & 0xFFFFFF00 | alpha;
    }

    /** Mixes two colours: a {@code share} of 0 gives the first, 1 gives the second. */
    static int mix(int first, int second, double share) {
        return blend(first, second, share, 24)
                | blend(first, second, share, 16)
                | blend(first, second, share, 8)
                | blend(first, second, share, 0);
    }

    private static int blend(int first, int second, double share, int shift) {
        int from = first >>> shift & 0xFF;
        int to = second >>> shift & 0xFF;
        return (int) Math.round(from + share * (to - from)) << shift;
    }
}
