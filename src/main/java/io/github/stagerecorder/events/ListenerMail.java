package io.github.stagerecorder.events;

import io.github.stagerecorder.DropCause;
import io.github.stagerecorder.RecordingException;
import io.github.stagerecorder.Trouble;
import io.github.stagerecorder.report.Counts;
import io.github.stagerecorder.report.FileFacts;
import io.github.stagerecorder.report.FileResult;
import io.github.stagerecorder.report.SessionResult;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Tells a user's listener through its executor, which is called on a thread of our own. What a slow executor has not
 * run yet does not pile up: drops and progress each wait once.
 */
public final class ListenerMail implements Hearer {
    private static final long DROP_INTERVAL_NS = TimeUnit.SECONDS.toNanos(1);
    private static final long PROGRESS_INTERVAL_MS = 100;

    private final Hearer listener;
    private final ScheduledThreadPoolExecutor own = new ScheduledThreadPoolExecutor(1, ListenerMail::thread);
    private final Mailbox mailbox;
    private final Runnable drop = this::tellDrop;
    private long dropToldNs; // of the thread that captures
    private boolean hasDropped;
    private volatile DropCause dropCause;
    private volatile Supplier<Counts> counts;
    private volatile ScheduledFuture<?> closing; // tells progress; null until the end has begun

    /** @param executor calls the listener */
    public ListenerMail(Hearer listener, Executor executor) {
        this.listener = listener;
        mailbox = new Mailbox(own, executor);
        own.setKeepAliveTime(1, TimeUnit.SECONDS); // the thread ends while there is nothing to tell
        own.allowCoreThreadTimeOut(true);
    }

    private static Thread thread(Runnable body) {
        Thread thread = new Thread(body, "stagerecorder-listener");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void started(FileFacts file) {
        mailbox.post(() -> listener.started(file));
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
        mailbox.postOnce(drop);
    }

    private void tellDrop() {
        listener.dropped(dropCause, counts);
    }

    @Override
    public void troubled(Trouble trouble, String message) {
        mailbox.post(() -> listener.troubled(trouble, message));
    }

    @Override
    public void failed(RecordingException failure) {
        mailbox.post(() -> listener.failed(failure));
    }

    @Override
    public void closing(Supplier<Counts> soFar) {
        Runnable progress = () -> listener.closing(soFar);
        mailbox.postOnce(progress);
        closing = own.scheduleAtFixedRate(
                () -> mailbox.postOnce(progress), PROGRESS_INTERVAL_MS, PROGRESS_INTERVAL_MS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void fileEnded(FileResult file) {
        mailbox.post(() -> listener.fileEnded(file));
    }

    @Override
    public void ended(SessionResult result) {
        mailbox.close(() -> listener.ended(result));
        if (closing != null) {
            closing.cancel(false);
        }
    }
}
