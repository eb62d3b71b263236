package io.github.stagerecorder.sound;

/**
 * Finds the rate of the sound's own clock from how far it is off, as a loop of second order does (F. Adriaensen, "Using
 * a DLL to filter time", 2005). It takes some ten seconds to follow, so that no jitter is heard.
 */
final class RateLoop {
    private static final double ANGULAR_HZ = 0.25;
    private static final double DAMPING = Math.sqrt(0.5);

    /** Beyond what clocks differ by: half a percent. */
    private static final double MOST = 0.005;

    private double drift; // of the sound's clock, without the correction
    private double correction;

    /**
     * @param aheadS how many seconds the sound is ahead of where it is read
     * @param elapsedS since the last look
     */
    void look(double aheadS, double elapsedS) {
        drift = limited(drift + ANGULAR_HZ * ANGULAR_HZ * aheadS * Math.min(1, elapsedS));
        correction = 2 * DAMPING * ANGULAR_HZ * aheadS;
    }

    /** Returns the rate of the sound's clock: its sample frames for each of the recording. */
    double clockRate() {
        return 1 + drift;
    }

    /** Returns how many of its sample frames to read for each of the recording. */
    double readRate() {
        return 1 + limited(drift + correction);
    }

    private static double limited(double deviation) {
        return Math.max(-MOST, Math.min(MOST, deviation));
    }
}
