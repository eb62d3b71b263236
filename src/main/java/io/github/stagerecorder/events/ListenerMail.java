package io.github.stagerecorder.events;

import io.github.stagerecorder.DropCause;
import io.github.stagerecorder.RecordingException;
import io.github.stagerecorder.Trouble;
import io.github.stagerecorder.report.Counts;
import io.github.stagerecorder.report.FileFacts;
import io.github.stagerecorder.report.FileResult;
import io.github.stagerecorder.report.SessionResult;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Tells a user's listener what happens to one recording, through the listener's mailbox. What a slow executor has not
 * run yet does not pile up: drops and progress each wait once.
 */
public final class ListenerMail implements Hearer {
    private static final long DROP_INTERVAL_NS = TimeUnit.SECONDS.toNanos(1);
    private static final long PROGRESS_INTERVAL_MS = 100;

    private final Hearer listener;
    private final Mailbox mailbox;
    private final Runnable drop = this::tellDrop;
    private long dropToldNs; // of the thread that captures
    private boolean hasDropped;
    private volatile DropCause dropCause;
    private volatile Supplier<Counts> counts;
    private volatile Future<?> closing; // tells progress; null until the end has begun
    private boolean over; // nothing more is told

    /** @param mailbox of the listener, which the mail of other recordings may share */
    public ListenerMail(Hearer listener, Mailbox mailbox) {
        this.listener = listener;
        this.mailbox = mailbox;
    }

    private synchronized void post(Runnable notice) {
        if (!over) {
            mailbox.post(notice);
        }
    }

    private synchronized void postOnce(Runnable notice) {
        if (!over) {
            mailbox.postOnce(notice);
        }
    }

    @Override
    public void started(FileFacts file) {
        post(() -> listener.started(file));
    }

    @Override
    public void dropped(DropCause cause, Supplier<Counts> soFar) {
        long nowNs = System.nanoTime();
        if (hasDropped && nowNs - dropToldNs < DROP_INTERVAL_NS) {
            return;
        }
        hasDropped = true;
        dropToldNs = nowNs;
        dropCause = cause;
        counts = soFar;
        postOnce(drop);
    }

    private void tellDrop() {
        listener.dropped(dropCause, counts);
    }

    @Override
    public void troubled(Trouble trouble, String message) {
        post(() -> listener.troubled(trouble, message));
    }

    @Override
    public void failed(RecordingException failure) {
        post(() -> listener.failed(failure));
    }

    @Override
    public void closing(Supplier<Counts> soFar) {
        Runnable progress = () -> listener.closing(soFar);
        postOnce(progress);
        closing = mailbox.repeat(() -> postOnce(progress), PROGRESS_INTERVAL_MS);
    }

    @Override
    public void fileEnded(FileResult file) {
        post(() -> listener.fileEnded(file));
    }

    @Override
    public void ended(SessionResult result) {
        postLast(() -> listener.ended(result));
        if (closing != null) {
            closing.cancel(false);
        }
    }

    private synchronized void postLast(Runnable notice) {
        post(notice);
        over = true;
    }
}
