package io.github.stagerecorder.agent;

import io.github.stagerecorder.media.RgbPicture;

/** The red rectangle of the programs, as it lies in a picture. Right of it the picture is grey. */
record RedBox(int xPx, int yPx, int widthPx, int heightPx, int grey) {
    private static final int RED = 0xFF0000;
    private static final int TOLERANCE = 60; // of an edge, which 4:2:0 blurs
    private static final int NEAR_PX = 2;
    private static final int NEAR_GREY = 6;
    private static final int BESIDE_PX = 20;

    /** Finds it inside the picture, which must have one. */
    static RedBox in(RgbPicture picture) {
        for (int yPx = 0; yPx < picture.heightPx(); yPx++) {
            for (int xPx = 0; xPx < picture.widthPx(); xPx++) {
                if (isRed(picture, xPx, yPx)) {
                    return at(picture, xPx, yPx);
                }
            }
        }
        throw new AssertionError("nothing is red in " + picture);
    }

    private static RedBox at(RgbPicture picture, int leftPx, int topPx) {
        int widthPx = 1;
        while (isRed(picture, leftPx + widthPx, topPx + 1)) {
            widthPx++;
        }
        int heightPx = 1;
        while (isRed(picture, leftPx + 1, topPx + heightPx)) {
            heightPx++;
        }
        int beside = picture.at(leftPx + widthPx + BESIDE_PX, topPx + BESIDE_PX);
        return new RedBox(leftPx, topPx, widthPx, heightPx, beside & 0xFF);
    }

    private static boolean isRed(RgbPicture picture, int xPx, int yPx) {
        return xPx < picture.widthPx()
                && yPx < picture.heightPx()
                && RgbPicture.difference(RED, picture.at(xPx, yPx)) <= TOLERANCE;
    }

    /** Returns it as it lies in a window that is there on the screen. */
    RedBox from(ScreenWindow.Bounds window) {
        return new RedBox(xPx - window.xPx(), yPx - window.yPx(), widthPx, heightPx, grey);
    }

    boolean isLike(RedBox other) {
        return hasSameBounds(other) && Math.abs(grey - other.grey) <= NEAR_GREY;
    }

    private boolean hasSameBounds(RedBox other) {
        return isNear(xPx, other.xPx)
                && isNear(yPx, other.yPx)
                && isNear(widthPx, other.widthPx)
                && isNear(heightPx, other.heightPx);
    }

    private static boolean isNear(int px, int otherPx) {
        return Math.abs(px - otherPx) <= NEAR_PX;
    }
}
