package io.github.stagerecorder.session;

import io.github.stagerecorder.FailureKind;
import io.github.stagerecorder.RecordingException;
import io.github.stagerecorder.frame.Patience;
import io.github.stagerecorder.frame.Uninterrupted;
import io.github.stagerecorder.plan.FilePlan;
import io.github.stagerecorder.settings.Options;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Manages the files that have ended and are still being completed. Their memory counts against the budget. Used on the
 * thread that captures.
 */
final class CompletingFiles {
    /** Limits the encoders that run at a time, because their threads and their own memory are not in the budget. */
    private static final int MOST = 4;

    private static final long NAP_NS = 5_000_000L;

    private final List<RecordedFile> files = new ArrayList<>();
    private final long budgetBytes;
    private final boolean waits;
    private final long stallTimeoutNs;
    private volatile boolean closing;

    CompletingFiles(Options options) {
        budgetBytes = options.limits().budgetBytes();
        waits = options.waits();
        stallTimeoutNs = options.limits().stallTimeoutNs();
    }

    /** Returns whether the user chose to wait. */
    boolean waits() {
        return waits;
    }

    void add(RecordedFile file) {
        files.add(file);
    }

    /** Releases what is left of the files that are complete. The GL context must be current. */
    void settle() {
        if (!files.isEmpty()) {
            files.removeIf(RecordedFile::settle);
        }
    }

    long usedBytes() {
        return files.stream().mapToLong(RecordedFile::poolBytes).sum();
    }

    boolean hasRoom(FilePlan next) {
        settle();
        return files.stream().filter(RecordedFile::isBeingCompleted).count() < MOST && next.fitsBeside(usedBytes());
    }

    /**
     * Waits for room if the user chose to wait.
     *
     * @return whether there is room now
     * @throws RecordingException if no memory at all has become free within the stall timeout
     */
    boolean awaitRoom(FilePlan next) {
        Patience patience = new Patience(stallTimeoutNs);
        long seen = progress();
        while (!hasRoom(next) && waits && !closing) {
            Uninterrupted.within(NAP_NS, CompletingFiles::nap);
            if (progress() != seen) {
                seen = progress();
                patience.restart();
            }
            requireProgress(patience);
        }
        return hasRoom(next) && !closing;
    }

    private long progress() {
        return files.stream()
                .mapToLong(file -> file.counts().frames().delivered() - file.poolBytes())
                .sum();
    }

    private void requireProgress(Patience patience) {
        if (patience.isOver()) {
            throw new RecordingException(
                    FailureKind.STALLED,
                    "earlier files released no memory for another file within " + Patience.words(stallTimeoutNs) + ": "
                            + usedBytes() + " of " + budgetBytes + " bytes are in use");
        }
    }

    private static boolean nap(long timeoutNs) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(timeoutNs);
        return true;
    }

    /** Ends every wait, now and later. Any thread may call it. */
    void stopWaiting() {
        closing = true;
    }
}
