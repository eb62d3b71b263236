package io.github.stagerecorder.snapshot;

import io.github.stagerecorder.frame.Patience;
import io.github.stagerecorder.frame.Uninterrupted;
import io.github.stagerecorder.log.Log;
import java.lang.System.Logger.Level;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The thread that writes snapshots, one for the process. It ends when it has nothing to do, and the process does not
 * end before it: neither by itself nor by {@code System.exit}, unless nothing more can be written. Any thread may call
 * it.
 */
final class SnapshotWriter {
    private static final ThreadPoolExecutor THREAD =
            new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), SnapshotWriter::thread);

    static {
        THREAD.allowCoreThreadTimeOut(true);
    }

    /** Counts what has been written of all snapshots, in rows. */
    private static final AtomicLong WRITTEN_ROWS = new AtomicLong();

    private static Thread thread(Runnable body) {
        return new Thread(body, "stagerecorder-snapshot");
    }

    private SnapshotWriter() {}

    /** Returns the thread, for what leaves nothing behind if the process ends before it. */
    static Executor thread() {
        return THREAD;
    }

    /** Tells that a row has been written. */
    static void hasWrittenARow() {
        WRITTEN_ROWS.incrementAndGet();
    }

    /**
     * Has something written, also if the virtual machine begins to exit meanwhile.
     *
     * @param writing runs nothing of the user's
     * @param timeoutNs how long an exit waits while no row is written
     * @return a future that completes when it is written, and what was to be written before
     * @throws IllegalStateException if the virtual machine is exiting already
     */
    static CompletableFuture<Void> write(Runnable writing, long timeoutNs) {
        Exit exit = new Exit(timeoutNs);
        Runtime.getRuntime().addShutdownHook(exit);
        try {
            THREAD.execute(new Task(writing, exit));
            return exit.written;
        } catch (Error e) { // the system has no thread for it
            remove(exit);
            throw e;
        }
    }

    /** Waits at an exit. This and the task are no lambdas, which would take milliseconds of a frame. */
    private static final class Exit extends Thread {
        private final CompletableFuture<Void> written = new CompletableFuture<>();
        private final long timeoutNs;

        Exit(long timeoutNs) {
            super("stagerecorder-snapshot-exit");
            this.timeoutNs = timeoutNs;
        }

        @Override
        public void run() {
            await(written, timeoutNs);
            Log.awaitWritten();
        }
    }

    private record Task(Runnable writing, Exit exit) implements Runnable {
        @Override
        public void run() {
            try {
                writing.run();
            } finally {
                exit.written.complete(null);
                remove(exit);
            }
        }
    }

    private static void remove(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            Log.line(Level.DEBUG, "a snapshot was written while the virtual machine was exiting");
        }
    }

    /** Waits until it is written, or no row has been written for the time, which is logged. */
    static void await(Future<?> written, long timeoutNs) {
        long seenRows;
        boolean done;
        do {
            seenRows = WRITTEN_ROWS.get();
            done = Uninterrupted.isDone(written, timeoutNs);
        } while (!done && WRITTEN_ROWS.get() != seenRows);
        if (!done) {
            Log.line(
                    Level.WARNING,
                    "snapshots are not complete: nothing of them could be written for " + Patience.words(timeoutNs));
        }
    }
}
