package io.github.stagerecorder.demo;

import java.util.List;

/**
 * A ball that bounces. Its sizes are fractions of the picture's height.
 *
 * @param crossPeriod one swing to and fro, in seconds
 * @param jumpPeriod one bounce, in seconds
 * @param noteHz what is heard at a bounce
 */
record Ball(
        double radius,
        double crossPeriod,
        double phase,
        double jump,
        double jumpPeriod,
        int lit,
        int rim,
        double noteHz) {
    static final List<Ball> ALL = List.of(
            new Ball(0.050, 9.7, 0.10, 0.42, 1.30, 0xFFD9A0FF, 0xD9541EFF, 392.0),
            new Ball(0.038, 7.3, 0.45, 0.34, 1.05, 0xC8F7FFFF, 0x1489A8FF, 523.3),
            new Ball(0.064, 13.1, 0.72, 0.50, 1.55, 0xE6FFC8FF, 0x3C9A3CFF, 293.7),
            new Ball(0.030, 5.9, 0.88, 0.28, 0.90, 0xFFD6F4FF, 0xB03A9AFF, 659.3));

    private static final double FADE_S = 0.08;

    /** Returns the horizontal position, 0 to 1; the ball moves to and fro at constant speed. */
    double across(double timeSeconds) {
        double turn = timeSeconds / crossPeriod + phase;
        return Math.abs(2 * (turn - Math.floor(turn)) - 1);
    }

    /** Returns the height above the floor, 0 to 1; the ball follows a parabola from bounce to bounce. */
    double above(double timeSeconds) {
        double share = share(timeSeconds);
        return 4 * share * (1 - share);
    }

    /** Returns what is heard, from -1 to 1: a note that is struck at each bounce. */
    double sound(double timeSeconds) {
        double sinceBounce = share(timeSeconds) * jumpPeriod;
        return Math.exp(-sinceBounce / FADE_S) * Math.sin(2 * Math.PI * noteHz * sinceBounce);
    }

    private double share(double timeSeconds) {
        double turn = timeSeconds / jumpPeriod + phase;
        return turn - Math.floor(turn);
    }
}
