package io.github.stagerecorder.sound;

/**
 * When the blocks in the ring arrived. If many come before they are looked at, the last ones become one. The ring's lock
 * guards it.
 */
final class Arrivals {
    private static final int MOST = 256;

    /** Takes the arrivals in order. */
    @FunctionalInterface
    interface Taker {
        /**
         * @param first the position in the ring of the block's first sample frame
         * @param end the position behind its last one
         * @param at the position in the recording at which it arrived
         * @param isFresh whether it does not continue the block before
         */
        void arrived(long first, long end, long at, boolean isFresh);
    }

    private final long[] firsts = new long[MOST];
    private final long[] ends = new long[MOST];
    private final long[] ats = new long[MOST];
    private final boolean[] fresh = new boolean[MOST];
    private int count;

    void add(long first, long end, long at, boolean isFresh) {
        boolean joins = count == MOST && !isFresh;
        int row = Math.min(count, MOST - 1);
        firsts[row] = joins ? firsts[row] : first;
        ends[row] = end;
        ats[row] = at;
        fresh[row] = joins ? fresh[row] : isFresh;
        count = Math.min(count + 1, MOST);
    }

    void takeAll(Taker taker) {
        for (int i = 0; i < count; i++) {
            taker.arrived(firsts[i], ends[i], ats[i], fresh[i]);
        }
        count = 0;
    }
}
