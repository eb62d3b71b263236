package io.github.stagerecorder.frame;

/**
 * A wait for what comes with a slot that comes back. It looks again after each nap, so that a failure anywhere is
 * noticed soon, even if no other thread wakes this one. One thread at a time.
 *
 * @param <T> what is waited for
 */
public abstract class SlotWait<T> {
    private final SlotPool pool;

    protected SlotWait(SlotPool pool) {
        this.pool = pool;
    }

    /** @return what is waited for, or null when it has not come yet */
    protected abstract T attempt();

    /** Returns whether to give up. */
    protected abstract boolean isOver();

    /** Waits until a slot has come back after {@code seen}, or for a while. */
    protected void nap(int seen) {
        pool.awaitReleased(seen, Patience.NAP_NS);
    }

    /** @return what is waited for, or null when the wait was over first */
    public final T await() {
        while (!isOver()) {
            int seen = pool.releasedCount();
            T result = attempt();
            if (result != null) {
                return result;
            }
            nap(seen);
        }
        return null;
    }
}
