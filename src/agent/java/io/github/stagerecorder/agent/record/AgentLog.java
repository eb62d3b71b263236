package io.github.stagerecorder.agent.record;

import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * What the agent tells, most of it once. It goes where the recorder's log goes, and a thread of its own writes it,
 * because the program's handlers may be slow, block or throw. Nothing is logged before the program has loaded a toolkit,
 * because the first logger would fix how the program logs.
 */
final class AgentLog {
    private static final Set<String> TOLD = ConcurrentHashMap.newKeySet();

    private static final ThreadPoolExecutor WRITER =
            new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), body -> {
                Thread thread = new Thread(body, "stagerecorder-agent-log");
                thread.setDaemon(true);
                return thread;
            });

    static {
        WRITER.allowCoreThreadTimeOut(true);
    }

    private AgentLog() {}

    /** Any thread. */
    static void once(Level level, String message) {
        once(level, message, null);
    }

    /** @param why null if there is no exception */
    static void once(Level level, String message, Throwable why) {
        if (TOLD.add(message)) {
            WRITER.execute(() -> write(level, message, why));
        }
    }

    /** What answers a command is told each time. */
    static void always(Level level, String message) {
        WRITER.execute(() -> write(level, message, null));
    }

    private static void write(Level level, String message, Throwable why) {
        try {
            System.getLogger("io.github.stagerecorder.agent").log(level, message, why);
        } catch (RuntimeException | Error e) {
            return; // there is nobody to tell it to
        }
    }
}
