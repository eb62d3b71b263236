package io.github.stagerecorder.demo;

/** Draws everything that moves: swinging spotlights, a waving ribbon, a spinning star and bouncing balls. */
final class Actors {
    private static final int LIGHT = 0xFFF2C860;
    private static final int SHADOW = 0x00000090;
    private static final int RIBBON_BRIGHT = 0xFF5C8AFF;
    private static final int RIBBON_DARK = 0x7A1E6EFF;
    private static final int RIBBON_PIECES = 48;
    private static final Ball[] BALLS = {
        new Ball(0.050, 9.7, 0.10, 0.42, 1.30, 0xFFD9A0FF, 0xD9541EFF),
        new Ball(0.038, 7.3, 0.45, 0.34, 1.05, 0xC8F7FFFF, 0x1489A8FF),
        new Ball(0.064, 13.1, 0.72, 0.50, 1.55, 0xE6FFC8FF, 0x3C9A3CFF),
        new Ball(0.030, 5.9, 0.88, 0.28, 0.90, 0xFFD6F4FF, 0xB03A9AFF),
    };

    /** A ball. Its sizes are fractions of the picture's height. A period is one swing to and fro, or one bounce. */
    private record Ball(
            double radius, double crossPeriod, double phase, double jump, double jumpPeriod, int lit, int rim) {
        /** Returns the horizontal position, 0 to 1; the ball moves to and fro at constant speed. */
        double across(double timeSeconds) {
            double turn = timeSeconds / crossPeriod + phase;
            return Math.abs(2 * (turn - Math.floor(turn)) - 1);
        }

        /** Returns the height above the floor, 0 to 1; the ball follows a parabola from bounce to bounce. */
        double above(double timeSeconds) {
            double turn = timeSeconds / jumpPeriod + phase;
            double share = turn - Math.floor(turn);
            return 4 * share * (1 - share);
        }
    }

    private Actors() {}

    static void paint(Brush brush, int widthPx, int heightPx, double timeSeconds) {
        paintRibbon(brush, widthPx, heightPx, timeSeconds);
        paintSpotlight(brush, widthPx, heightPx, 0.22, Math.sin(0.9 * timeSeconds));
        paintSpotlight(brush, widthPx, heightPx, 0.74, Math.sin(1.3 * timeSeconds + 2));
        paintStar(brush, widthPx, heightPx, timeSeconds);
        for (Ball ball : BALLS) {
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
        double radius = ball.radius * heightPx;
        double x = radius + ball.across(timeSeconds) * (widthPx - 2 * radius);
        double floor = (Backdrop.HORIZON + 0.8 * ball.radius + 0.06) * heightPx;
        double above = ball.above(timeSeconds);
        brush.glow(x, floor, radius * (1.5 - 0.6 * above), 0.35 * radius, SHADOW);
        brush.ball(x, floor - radius - above * ball.jump * heightPx, radius, ball.lit, ball.rim);
    }
}
