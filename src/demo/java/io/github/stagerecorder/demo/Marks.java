package io.github.stagerecorder.demo;

/**
 * Draws the marks that a program reads from the recorded picture: the corner patches and the frame number. They are
 * opaque and drawn on top.
 */
final class Marks {
    private static final int BORDER = 0x2A2D36FF;
    private static final int PLATE = 0x808080FF;
    private static final int BLACK = 0x080808FF;
    private static final int WHITE = 0xF8F8F8FF;

    /** The width of the grey plate that shows on each side of a block, as a fraction of the picture's shorter side. */
    private static final double GROOVE = 0.004;

    private Marks() {}

    static void paint(Brush brush, int widthPx, int heightPx, int frameNumber) {
        for (CornerPatch patch : CornerPatch.values()) {
            brush.rectangle(
                    patch.leftPx(widthPx),
                    patch.topPx(heightPx),
                    patch.rightPx(widthPx),
                    patch.bottomPx(heightPx),
                    Colour.opaque(patch.red(), patch.green(), patch.blue()));
        }
        paintPlate(brush, widthPx, heightPx);
        paintBlocks(brush, widthPx, heightPx, frameNumber);
    }

    /** Paints only around the blocks, because painting underneath them would be wasted. */
    private static void paintPlate(Brush brush, int widthPx, int heightPx) {
        double left = FrameNumber.leftPx(0, widthPx);
        double right = FrameNumber.leftPx(FrameNumber.COLUMNS, widthPx);
        double top = FrameNumber.topPx(0, heightPx);
        double bottom = FrameNumber.topPx(FrameNumber.ROWS, heightPx);
        double margin = 0.03 * Math.min(widthPx, heightPx);
        double border = 0.012 * Math.min(widthPx, heightPx);
        brush.frame(left, top, right, bottom, margin, PLATE);
        brush.frame(left - margin, top - margin, right + margin, bottom + margin, border, BORDER);
    }

    private static void paintBlocks(Brush brush, int widthPx, int heightPx, int frameNumber) {
        for (int row = 0; row < FrameNumber.ROWS; row++) {
            for (int column = 0; column < FrameNumber.COLUMNS; column++) {
                int colour = FrameNumber.isBright(frameNumber, column, row) ? WHITE : BLACK;
                paintBlock(
                        brush,
                        FrameNumber.leftPx(column, widthPx),
                        FrameNumber.topPx(row, heightPx),
                        FrameNumber.leftPx(column + 1, widthPx),
                        FrameNumber.topPx(row + 1, heightPx),
                        GROOVE * Math.min(widthPx, heightPx),
                        colour);
            }
        }
    }

    private static void paintBlock(
            Brush brush, double left, double top, double right, double bottom, double groove, int colour) {
        brush.rectangle(left + groove, top + groove, right - groove, bottom - groove, colour);
        brush.frame(left + groove, top + groove, right - groove, bottom - groove, groove, PLATE);
    }
}
