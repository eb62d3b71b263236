package io.github.stagerecorder.agent.record;

import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the agent tells, each thing once. It goes where the recorder's log goes. Nothing is logged before the program
 * has loaded a toolkit, because the first logger would fix how the program logs.
 */
final class AgentLog {
    private static final Set<String> TOLD = ConcurrentHashMap.newKeySet();

    private AgentLog() {}

    /** Any thread. A log that fails must not reach the program. */
    static void once(Level level, String message) {
        once(level, message, null);
    }

    /** @param why null if there is no exception */
    static void once(Level level, String message, Throwable why) {
        if (TOLD.add(message)) {
            log(level, message, why);
        }
    }

    /** What answers a command is told each time. */
    static void always(Level level, String message) {
        log(level, message, null);
    }

    private static void log(Level level, String message, Throwable why) {
        try {
            System.getLogger("io.github.stagerecorder.agent").log(level, message, why);
        } catch (RuntimeException | Error e) {
            return;
        }
    }
}
