package io.github.stagerecorder;

import io.github.stagerecorder.log.Log;
import java.lang.System.Logger.Level;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Logs what fails of the files that a switch writes beside its recordings. */
final class SwitchLog {
    private SwitchLog() {}

    /** Returns the same future, of which a failure is logged. */
    static <T> CompletableFuture<T> logged(String what, CompletableFuture<T> written) {
        return written.whenComplete((file, failure) -> {
            if (failure != null) {
                Throwable why = failure instanceof CompletionException ? failure.getCause() : failure;
                Log.line(Level.WARNING, "no " + what + ": " + why.getMessage());
            }
        });
    }
}
