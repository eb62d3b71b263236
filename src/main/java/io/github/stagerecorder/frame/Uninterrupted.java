package io.github.stagerecorder.frame;

/** Waits that an interrupt does not cut short. It is kept for the caller. */
public final class Uninterrupted {
    private Uninterrupted() {}

    /** A wait that an interrupt ends. */
    @FunctionalInterface
    public interface Wait {
        /** @return whether what is waited for has come within the time */
        boolean within(long timeoutNs) throws InterruptedException;
    }

    /** Waits at most {@code timeoutNs}. @return whether what is waited for has come */
    public static boolean within(long timeoutNs, Wait wait) {
        long deadlineNs = System.nanoTime() + timeoutNs;
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return wait.within(deadlineNs - System.nanoTime());
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
