package io.github.stagerecorder.frame;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits that an interrupt does not cut short. It is kept for the caller. */
public final class Uninterrupted {
    private Uninterrupted() {}

    /** A wait that an interrupt ends. */
    @FunctionalInterface
    public interface Wait {
        /** @return whether what is waited for has come within the time */
        boolean within(long timeoutNs) throws InterruptedException;
    }

    /** Waits at most {@code timeoutNs} of {@link Patience}. @return whether it is done, in whatever way */
    public static boolean isDone(Future<?> awaited, long timeoutNs) {
        return within(timeoutNs, leftNs -> isDoneWithin(awaited, leftNs));
    }

    private static boolean isDoneWithin(Future<?> awaited, long timeoutNs) throws InterruptedException {
        try {
            awaited.get(timeoutNs, TimeUnit.NANOSECONDS);
            return true;
        } catch (ExecutionException | CancellationException e) {
            return true;
        } catch (TimeoutException e) {
            return false;
        }
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
