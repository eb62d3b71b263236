package io.github.stagerecorder.events;

import io.github.stagerecorder.log.Log;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Runs the notices for one listener in order on a user's executor, which has one of them at most at a time. So notices
 * wait here and not there, and order is kept whatever the executor does, for several recordings too. Any thread may
 * post; none of them calls the executor, which may block or run the notice itself.
 */
public final class Mailbox {
    private final ScheduledThreadPoolExecutor own = new ScheduledThreadPoolExecutor(1, Mailbox::thread);
    private final Executor users;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private boolean underWay; // the user's executor has a notice
    private final AtomicBoolean complained = new AtomicBoolean();

    /** @param users runs the notices */
    public Mailbox(Executor users) {
        this.users = users;
        own.setKeepAliveTime(1, TimeUnit.SECONDS); // the thread ends while there is nothing to tell
        own.allowCoreThreadTimeOut(true);
    }

    private static Thread thread(Runnable body) {
        Thread thread = new Thread(body, "stagerecorder-listener");
        thread.setDaemon(true);
        return thread;
    }

    synchronized void post(Runnable notice) {
        waiting.add(notice);
        handOver();
    }

    /** Posts a notice unless it still waits, because it tells what is known when it runs. */
    synchronized void postOnce(Runnable notice) {
        if (!waiting.contains(notice)) {
            post(notice);
        }
    }

    /** Runs something again and again on the mailbox's own thread, until the future is cancelled. */
    Future<?> repeat(Runnable task, long intervalMs) {
        return own.scheduleAtFixedRate(task, intervalMs, intervalMs, TimeUnit.MILLISECONDS);
    }

    private void handOver() {
        if (!underWay && !waiting.isEmpty()) {
            own.execute(this::callExecutor); // which cannot end before this thread lets go of the lock
            underWay = true;
        }
    }

    private void callExecutor() {
        try {
            users.execute(this::runNext);
        } catch (RuntimeException | Error e) {
            complain("the executor of the recorder's listener refuses; what it refuses is not told", e);
            giveUp();
        }
    }

    private synchronized void giveUp() {
        waiting.clear();
        underWay = false;
    }

    private void runNext() {
        try {
            next().run();
        } catch (RuntimeException | Error e) {
            complain("the recorder's listener throws", e);
        }
        goOn();
    }

    private synchronized Runnable next() {
        Runnable next = waiting.poll();
        return next == null ? () -> {} : next; // nothing is left if the executor has refused and run it
    }

    private synchronized void goOn() {
        underWay = false;
        handOver();
    }

    /** Logs once, without the lock: whoever posts must not wait for the log. */
    private void complain(String what, Throwable why) {
        if (complained.compareAndSet(false, true)) {
            Log.line(Level.WARNING, what + "; this is not logged again", why);
        }
    }
}
