package io.github.stagerecorder.agent.weave;

import java.util.function.ObjLongConsumer;

/**
 * Is copied into each package of a program that is joined, for that package's class loader. It uses types of the JDK
 * alone, so whatever the program's loaders and modules can see is enough.
 */
final class Hook {
    private static final int RELEASED = 0; // GLFW_RELEASE
    private static final int PRESSED = 1;

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

    /** A key that is released is negative; one that is repeated is not told. */
    static void tellKey(int event, long window, int key, int action) {
        if (action == PRESSED || action == RELEASED) {
            tell(event, action == PRESSED ? key : -key, window);
        }
    }

    /** Returns what takes the place of an argument. */
    static Object replaced(int event, Object argument, long value) {
        Object[] place = {argument};
        tell(event, place, value);
        return place[0];
    }
}
