package io.github.stagerecorder.agent.record;

import java.lang.System.Logger.Level;
import java.util.function.ObjLongConsumer;

/** Something that is done when a program tells an event. What goes wrong is logged once, and the program goes on. */
interface Heard {
    void hear(Object self, long value) throws Throwable;

    static ObjLongConsumer<Object> by(Heard heard) {
        return (self, value) -> {
            try {
                heard.hear(self, value);
            } catch (Throwable e) {
                AgentLog.once(Level.WARNING, "the agent cannot do what it should, and the program goes on: " + e, e);
            }
        };
    }
}
