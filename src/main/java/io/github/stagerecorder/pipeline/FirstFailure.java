package io.github.stagerecorder.pipeline;

import io.github.stagerecorder.FailureKind;
import io.github.stagerecorder.RecordingException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** Keeps the first failure of a recording, and tells it once to who hears of it. Any thread may use it. */
final class FirstFailure {
    private final AtomicReference<RecordingException> failure = new AtomicReference<>();
    private final AtomicReference<Consumer<RecordingException>> hearer = new AtomicReference<>();

    /** Made in advance, because nothing can be made once the heap is exhausted. */
    private final RecordingException heapExhausted =
            new RecordingException(FailureKind.MEMORY, "the Java heap is exhausted");

    /** Returns the first failure, or null. */
    RecordingException get() {
        return failure.get();
    }

    /** Keeps the failure if it is the first, and tells it. */
    void latch(RecordingException newFailure) {
        keep(newFailure);
        tell();
    }

    /** Keeps the failure if it is the first, and returns whether it is. {@link #tell} is to be called next. */
    boolean keep(RecordingException newFailure) {
        return failure.compareAndSet(null, newFailure);
    }

    /** Sets who hears of the first failure, once, on the thread that fails; at once if there is a failure already. */
    void onFailure(Consumer<RecordingException> newHearer) {
        hearer.set(newHearer);
        tell();
    }

    void tell() {
        RecordingException first = failure.get();
        Consumer<RecordingException> due = first == null ? null : hearer.getAndSet(null);
        if (due != null) {
            tell(due, first);
        }
    }

    /** Never throws: whoever latches a failure has to go on. Without memory to tell it, the outcome alone does. */
    private static void tell(Consumer<RecordingException> due, RecordingException first) {
        try {
            due.accept(first);
        } catch (RuntimeException | Error e) {
            return;
        }
    }

    /** Returns the failure for what was thrown unexpectedly, even if the heap is exhausted. */
    RecordingException described(Throwable thrown) {
        if (thrown instanceof OutOfMemoryError) {
            return heapExhausted;
        }
        try {
            return thrown instanceof RecordingException known
                    ? known
                    : new RecordingException(FailureKind.STREAM, "the recording cannot continue: " + thrown, thrown);
        } catch (RuntimeException | Error e) { // not an OutOfMemoryError alone: the words need code that is to be made
            return heapExhausted;
        }
    }
}
