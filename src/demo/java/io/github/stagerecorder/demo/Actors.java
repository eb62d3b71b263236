package io.github.stagerecorder.demo;

/** Draws everything that moves: swinging spotlights, a waving ribbon, a spinning star and bouncing balls. */
final class Actors {
    private static final int LIGHT = 0xFFF2C860;
    private static final int SHADOW = 0x00000090;
    private static final int RIBBON_BRIGHT = 0xFF5C8AFF;
    private static final int RIBBON_DARK = 0x7A1E6EFF;
    private static final int RIBBON_PIECES = 48;

    private Actors() {}

    static void paint(Brush brush, int widthPx, int heightPx, double timeSeconds) {
        paintRibbon(brush, widthPx, heightPx, timeSeconds);
        paintSpotlight(brush, widthPx, heightPx, 0.22, Math.sin(0.9 * timeSeconds));
        paintSpotlight(brush, widthPx, heightPx, 0.74, Math.sin(1.3 * timeSeconds + 2));
        paintStar(brush, widthPx, heightPx, timeSeconds);
        for (Ball ball : Ball.ALL) {
            paintBall(brush, widthPx, heightPx, ball, timeSeconds);
        }
    }

    private static void paintSpotlight(Brush brush, int widthPx, int heightPx, double lamp, double swing) {
        double lampPx = lamp * widthPx;
        double spotPx = (lamp + 0.14 * swing) * widthPx;
        double spotYPx = (Backdrop.HORIZON + 0.12) * heightPx;
        double halfPx = 0.11 * heightPx;
        brush.quad(
                lampPx - 0.1 * halfPx,
                0,
                lampPx + 0.1 * halfPx,
                0,
                LIGHT,
                spotPx + halfPx,
                spotYPx,
                spotPx - halfPx,
                spotYPx,
                Colour.withAlpha(LIGHT, 0));
        brush.glow(spotPx, spotYPx, 1.6 * halfPx, 0.5 * halfPx, LIGHT);
    }

    private static void paintRibbon(Brush brush, int widthPx, int heightPx, double timeSeconds) {
        double thickPx = 0.075 * heightPx;
        for (int piece = 0; piece < RIBBON_PIECES; piece++) {
            double from = (double) piece / RIBBON_PIECES;
            double to = (piece + 1.0) / RIBBON_PIECES;
            double fromY = heightPx * ribbonTop(from, timeSeconds);
            double toY = heightPx * ribbonTop(to, timeSeconds);
            paintPiece(
                    brush,
                    from * widthPx,
                    fromY,
                    to * widthPx,
                    toY,
                    thickPx,
                    ribbonColour(from, timeSeconds),
                    ribbonColour(to, timeSeconds));
        }
    }

    private static void paintPiece(
            Brush brush,
            double left,
            double leftTop,
            double right,
            double rightTop,
            double thick,
            int leftColour,
            int rightColour) {
        brush.quad(
                left,
                leftTop + thick,
                left,
                leftTop,
                leftColour,
                right,
                rightTop,
                right,
                rightTop + thick,
                rightColour);
        brush.softEdge(left, leftTop, right, rightTop, leftColour);
        brush.softEdge(right, rightTop + thick, left, leftTop + thick, leftColour);
    }

    private static double ribbonTop(double across, double timeSeconds) {
        return 0.075
                + 0.035 * Math.sin(11 * across - 3.1 * timeSeconds)
                + 0.016 * Math.sin(23 * across + 1.7 * timeSeconds);
    }

    /** The ribbon is bright where it rises and dark where it falls, like cloth lit from the left. */
    private static int ribbonColour(double across, double timeSeconds) {
        double slope = Math.cos(11 * across - 3.1 * timeSeconds);
        return Colour.mix(RIBBON_BRIGHT, RIBBON_DARK, 0.5 + 0.5 * slope);
    }

    private static void paintStar(Brush brush, int widthPx, int heightPx, double timeSeconds) {
        double x = 0.11 * widthPx;
        double y = (0.46 + 0.02 * Math.sin(1.9 * timeSeconds)) * heightPx;
        double radius = 0.085 * Math.min(widthPx, 1.8 * heightPx);
        brush.glow(x, y, 1.5 * radius, 1.5 * radius, 0xFFE08A70);
        brush.star(x, y, radius, 5, 1.2 * timeSeconds, 0xFFF3B0FF, 0xFFC93CFF, 0xD98A12FF);
    }

    private static void paintBall(Brush brush, int widthPx, int heightPx, Ball ball, double timeSeconds) {
        double radius = ball.radius() * heightPx;
        double x = radius + ball.across(timeSeconds) * (widthPx - 2 * radius);
        double floor = (Backdrop.HORIZON + 0.8 * ball.radius() + 0.06) * heightPx;
        double above = ball.above(timeSeconds);
        brush.glow(x, floor, radius * (1.5 - 0.6 * above), 0.35 * radius, SHADOW);
        brush.ball(x, floor - radius - above * ball.jump() * heightPx, radius, ball.lit(), ball.rim());
    }
}
