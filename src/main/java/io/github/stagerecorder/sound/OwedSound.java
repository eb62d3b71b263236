package io.github.stagerecorder.sound;

/**
 * Until where the video needs sound. Sound that is missing may come until the video is two frames ahead, or two seconds,
 * whichever is later: so long the muxer holds the pictures back. One thread at a time sets it; any thread asks.
 */
final class OwedSound {
    private static final int PATIENCE_S = 2;

    private final long patience;
    private long before; // one frame ago
    private volatile long now;
    private volatile long overdue;

    OwedSound(int rateHz) {
        patience = (long) PATIENCE_S * rateHz;
    }

    /** Sets where the newest frame ends. */
    void set(long end) {
        overdue = Math.min(before, end - patience);
        before = now;
        now = end;
    }

    long now() {
        return now;
    }

    long overdue() {
        return overdue;
    }
}
