package io.github.stagerecorder.frame;

import io.github.stagerecorder.log.Log;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;

/**
 * Hands a future out to the user. What the user runs when it completes may block or exit the process, so that runs on a
 * thread of its own, for which nothing of ours waits. This is no lambda, which would take milliseconds of a frame.
 */
public final class UsersFuture implements BiConsumer<Object, Throwable> {
    private UsersFuture() {}

    /** Returns a future with the same result. Completing or cancelling it affects nothing else. Any thread may call it. */
    public static <T> CompletableFuture<T> of(CompletableFuture<T> own) {
        return own.isDone() ? own.copy() : own.whenCompleteAsync(new UsersFuture(), new OwnThread());
    }

    /** The log has what was told before, as far as its handlers let it. */
    @Override
    public void accept(Object result, Throwable failure) {
        Log.awaitWritten();
    }

    /** The thread keeps the process alive if the one that completes the future does. */
    private static final class OwnThread implements Executor {
        @Override
        public void execute(Runnable completing) {
            try {
                new Thread(completing, "stagerecorder-future").start();
            } catch (Error e) { // the system has no thread for it
                completing.run();
            }
        }
    }
}
