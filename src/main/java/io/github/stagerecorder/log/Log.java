package io.github.stagerecorder.log;

import java.lang.System.Logger.Level;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The log of the whole library. A thread of its own writes the lines in their order, because a handler may be slow,
 * block, throw, or exit the process. Any thread may call it; what it is given never throws.
 */
public final class Log {
    /** Only a handler that blocks leaves so many waiting; later ones are left out. */
    private static final int MOST_WAITING = 1_000;

    private static final int NAP_MS = 20;
    private static final int MOST_NAPS = 50;

    private static final ThreadPoolExecutor THREAD = new ThreadPoolExecutor(
            1,
            1,
            1,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(MOST_WAITING),
            LogThread::new,
            new ThreadPoolExecutor.DiscardPolicy());

    static {
        THREAD.allowCoreThreadTimeOut(true);
    }

    private Log() {}

    /** Not loaded on a render thread, because it finds the program's logging. */
    private static final class Written {
        private static final System.Logger LOG = System.getLogger("io.github.stagerecorder");
    }

    private static final class LogThread extends Thread {
        LogThread(Runnable body) {
            super(body, "stagerecorder-log");
            setDaemon(true);
        }
    }

    /** No lambda, which would take milliseconds of a frame. */
    private record Line(Level level, String text, Throwable why) implements Runnable {
        @Override
        public void run() {
            try {
                Written.LOG.log(level, text, why);
            } catch (RuntimeException | Error e) {
                return; // there is nobody to tell it to
            }
        }
    }

    /** Has a line written. It does not wait. */
    public static void line(Level level, String text) {
        line(level, text, null);
    }

    /**
     * Has a line written. It does not wait.
     *
     * @param why null if there is no exception
     */
    public static void line(Level level, String text, Throwable why) {
        write(new Line(level, text, why));
    }

    private static void write(Runnable line) {
        try {
            THREAD.execute(line);
        } catch (Error e) { // the system has no thread for it
            line.run();
        }
    }

    /** Waits until the lines so far are written, at most for a second in which the process runs. */
    public static void awaitWritten() {
        if (Thread.currentThread() instanceof LogThread) {
            return; // a handler has called
        }
        CountDownLatch written = new CountDownLatch(1);
        write(written::countDown);
        boolean interrupted = false;
        for (int naps = 0; naps < MOST_NAPS && written.getCount() > 0; naps++) {
            try {
                written.await(NAP_MS, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
