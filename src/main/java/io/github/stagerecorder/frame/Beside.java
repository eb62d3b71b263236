package io.github.stagerecorder.frame;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Work that another thread does while its caller does something else, and then waits for it. */
public final class Beside<T> {
    private final CompletableFuture<T> result = new CompletableFuture<>();

    private Beside() {}

    /** Returns work that is done. */
    public static Beside<Void> nothing() {
        Beside<Void> beside = new Beside<>();
        beside.result.complete(null);
        return beside;
    }

    /** Begins work without a result. */
    public static Beside<Void> doing(String threadName, Runnable work) {
        return begin(threadName, () -> {
            work.run();
            return null;
        });
    }

    /** Begins, on a new thread with this name. */
    public static <T> Beside<T> begin(String threadName, Supplier<T> work) {
        Beside<T> beside = new Beside<>();
        Thread thread = new Thread(() -> beside.run(work), threadName);
        thread.setDaemon(true);
        thread.start();
        return beside;
    }

    private void run(Supplier<T> work) {
        try {
            result.complete(work.get());
        } catch (RuntimeException | Error e) {
            result.completeExceptionally(e);
        }
    }

    /** Returns whether the work is done, or has failed, within the time. */
    public boolean isDoneWithin(long timeoutNs) {
        return Uninterrupted.within(timeoutNs, this::isDoneWithinNap);
    }

    private boolean isDoneWithinNap(long timeoutNs) throws InterruptedException {
        try {
            result.get(timeoutNs, TimeUnit.NANOSECONDS);
            return true;
        } catch (ExecutionException e) {
            return true;
        } catch (TimeoutException e) {
            return false;
        }
    }

    /** Passes the result to {@code last} when there is one, which is late: on the thread that works, or at once. */
    public void whenDone(Consumer<T> last) {
        result.thenAccept(last);
    }

    /** Waits until the work is done, and returns its result or throws what it has thrown. */
    public T await() {
        try {
            return result.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) e.getCause();
        }
    }
}
