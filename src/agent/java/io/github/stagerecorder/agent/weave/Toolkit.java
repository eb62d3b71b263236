package io.github.stagerecorder.agent.weave;

import java.util.List;
import java.util.Map;
import java.util.function.ObjLongConsumer;

/** A library by which programs make windows, and where the agent joins it. */
public interface Toolkit {
    List<HookPoint> hooks();

    /**
     * Returns who hears of the events of one copy of the library. It is called while a class of it is being loaded, and
     * must load none of the program's. What hears may throw.
     *
     * @param loader the class loader of the program that has that copy
     * @param packageName in which the hooks are
     */
    Map<Event, ObjLongConsumer<Object>> listeners(ClassLoader loader, String packageName);
}
