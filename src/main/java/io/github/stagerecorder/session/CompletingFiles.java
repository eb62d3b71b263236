package io.github.stagerecorder.session;

import io.github.stagerecorder.FailureKind;
import io.github.stagerecorder.RecordingException;
import io.github.stagerecorder.plan.FilePlan;
import io.github.stagerecorder.settings.Options;
import java.util.ArrayList;
import java.util.List;

/** Files that have ended and are still being completed, while their memory counts. Render thread. */
final class CompletingFiles {
    /** Their encoders have threads and memory of their own, which no budget knows. */
    private static final int MOST = 4;

    private static final long NAP_MS = 5;

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

    void add(RecordedFile file) {
        files.add(file);
    }

    /** Those that are complete give back what is left of them. The GL context is current. */
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
     * Waits where the user chose so.
     *
     * @return whether there is room now
     * @throws RecordingException if nothing at all has come back for so long as the stall timeout
     */
    boolean awaitRoom(FilePlan next) {
        boolean interrupted = false;
        long sinceNs = System.nanoTime();
        long seen = progress();
        while (!hasRoom(next) && waits && !closing) {
            interrupted |= nap();
            sinceNs = progress() == seen ? sinceNs : System.nanoTime();
            seen = progress();
            requireProgress(sinceNs);
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return hasRoom(next) && !closing;
    }

    private long progress() {
        return files.stream()
                .mapToLong(file -> file.counts().frames().delivered() - file.poolBytes())
                .sum();
    }

    private void requireProgress(long sinceNs) {
        if (System.nanoTime() - sinceNs >= stallTimeoutNs) {
            throw new RecordingException(
                    FailureKind.STALLED,
                    "earlier files gave no memory back for another within " + stallTimeoutNs / 1_000_000 + " ms: "
                            + usedBytes() + " of " + budgetBytes + " bytes are in use");
        }
    }

    /** @return whether it was interrupted */
    private static boolean nap() {
        try {
            Thread.sleep(NAP_MS);
            return false;
        } catch (InterruptedException e) {
            return true;
        }
    }

    /** Ends every wait, now and later. Any thread. */
    void stopWaiting() {
        closing = true;
    }
}
