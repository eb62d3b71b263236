package io.github.stagerecorder.agent.record;

import io.github.stagerecorder.agent.weave.Event;
import io.github.stagerecorder.agent.weave.HookPoint;
import io.github.stagerecorder.agent.weave.Toolkit;
import java.util.List;
import java.util.Map;
import java.util.function.ObjLongConsumer;

/** OpenAL by LWJGL 3 and 2, which tells that a program plays sound. */
final class OpenAl implements Toolkit {
    private final Runnable begun;

    OpenAl(Runnable begun) {
        this.begun = begun;
    }

    @Override
    public List<HookPoint> hooks() {
        return List.of(
                HookPoint.entry("lwjgl/openal/ALC10", "nalcOpenDevice", "(J)J", Event.SOUND),
                HookPoint.entry("lwjgl/openal/AL", "create", "(Ljava/lang/String;IIZZ)V", Event.SOUND));
    }

    @Override
    public Map<Event, ObjLongConsumer<Object>> listeners(ClassLoader loader, String packageName) {
        return Map.of(Event.SOUND, Heard.by((none, zero) -> begun.run()));
    }
}
