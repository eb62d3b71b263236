package io.github.stagerecorder.agent.weave;

import java.util.function.ObjLongConsumer;

/**
 * Is copied into each package of a program that is joined, for that package's class loader. It uses types of the JDK
 * alone, so whatever the program's loaders and modules can see is enough.
 */
final class Hook {
    /** By the events' ordinals; null until the agent has set it. */
    static ObjLongConsumer<Object>[] listeners;

    private Hook() {}

    /** Whatever goes wrong here must not reach the program. */
    static void tell(int event, Object self, long value) {
        try {
            ObjLongConsumer<Object>[] all = listeners;
            if (all != null && all[event] != null) {
                all[event].accept(self, value);
            }
        } catch (Throwable e) {
            // The agent has told what it could.
        }
    }
}
