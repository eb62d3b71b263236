package io.github.stagerecorder.demo;

/** Draws the background, an evening sky above a wooden floor. It is opaque and covers the whole picture. */
final class Backdrop {
    /** The position where the floor begins, as a fraction of the height. */
    static final double HORIZON = 0.74;

    private static final int NIGHT = 0x0A1033FF;
    private static final int DUSK = 0x4A2C78FF;
    private static final int GLOW = 0xE2735AFF;
    private static final int DAWN = 0x2B4A8CFF;
    private static final int FLOOR_FAR = 0x6B3F33FF;
    private static final int FLOOR_NEAR = 0x24141AFF;
    private static final int BOARD_FAR = 0x7C4A3AFF;
    private static final int BOARD_NEAR = 0x2E1A1FFF;
    private static final int BOARDS = 12;

    private Backdrop() {}

    static void paint(Brush brush, int widthPx, int heightPx, double timeSeconds) {
        double horizonPx = HORIZON * heightPx;
        double middlePx = 0.42 * heightPx;
        int middle = Colour.mix(DUSK, DAWN, 0.5 + 0.5 * Math.sin(0.6 * timeSeconds));
        brush.gradient(0, 0, widthPx, middlePx, NIGHT, middle);
        brush.gradient(0, middlePx, widthPx, horizonPx, middle, GLOW);
        brush.gradient(0, horizonPx, widthPx, heightPx, FLOOR_FAR, FLOOR_NEAR);
        paintBoards(brush, widthPx, heightPx, horizonPx);
    }

    /** Every second board is a little lighter. The boards meet beyond the horizon, to the right of the middle. */
    private static void paintBoards(Brush brush, int widthPx, int heightPx, double horizonPx) {
        double far = 0.09 * widthPx;
        double near = 0.22 * widthPx;
        double vanishingPx = 0.6 * widthPx;
        for (int board = -BOARDS; board < BOARDS; board += 2) {
            brush.quad(
                    vanishingPx + board * far,
                    horizonPx,
                    vanishingPx + (board + 1) * far,
                    horizonPx,
                    BOARD_FAR,
                    vanishingPx + (board + 1) * near,
                    heightPx,
                    vanishingPx + board * near,
                    heightPx,
                    BOARD_NEAR);
        }
    }
}
