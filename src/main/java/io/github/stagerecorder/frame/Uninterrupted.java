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

    /** Waits at most {@code timeoutNs} of {@link Patience}. @return whether what is waited for has come */
    public static boolean within(long timeoutNs, Wait wait) {
        Patience patience = new Patience(timeoutNs);
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    long napNs = patience.napNs();
                    boolean come = wait.within(napNs);
                    if (come || napNs == 0) {
                        return come;
                    }
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
