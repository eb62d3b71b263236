package io.github.stagerecorder;

import java.lang.System.Logger.Level;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** What a switch logs by itself. A log that fails must not reach the render loop, and there is nobody to tell it to. */
final class SwitchLog {
    private static final System.Logger LOG = System.getLogger("io.github.stagerecorder");

    private SwitchLog() {}

    static void log(Level level, String message) {
        log(level, message, null);
    }

    /** @param why null if there is no exception */
    static void log(Level level, String message, Throwable why) {
        try {
            LOG.log(level, message, why);
        } catch (RuntimeException | Error e) {
            return;
        }
    }

    /** Returns the same future, of which a failure is logged. */
    static <T> CompletableFuture<T> logged(String what, CompletableFuture<T> written) {
        return written.whenComplete((file, failure) -> {
            if (failure != null) {
                Throwable why = failure instanceof CompletionException ? failure.getCause() : failure;
                log(Level.WARNING, "no " + what + ": " + why.getMessage());
            }
        });
    }
}
