package io.github.stagerecorder.agent.record;

import io.github.stagerecorder.agent.weave.Event;
import io.github.stagerecorder.agent.weave.HookPoint;
import io.github.stagerecorder.agent.weave.Toolkit;
import java.util.List;
import java.util.Map;
import java.util.function.ObjLongConsumer;

/** GLFW by LWJGL 3, and so libGDX, jMonkeyEngine and most games. */
final class Glfw implements Toolkit {
    private static final String GLFW = "GLFW";

    private final Recordings recordings;

    Glfw(Recordings recordings) {
        this.recordings = recordings;
    }

    @Override
    public List<HookPoint> hooks() {
        return List.of(
                HookPoint.entry(GLFW, "glfwSwapBuffers", "(J)V", Event.SWAP),
                HookPoint.entry(GLFW, "glfwDestroyWindow", "(J)V", Event.END),
                HookPoint.entry(GLFW, "glfwTerminate", "()V", Event.END_ALL),
                HookPoint.entry(GLFW, "glfwPollEvents", "()V", Event.POLL),
                HookPoint.entry(GLFW, "glfwWaitEvents", "()V", Event.POLL),
                HookPoint.entry(GLFW, "glfwWaitEventsTimeout", "(D)V", Event.POLL),
                HookPoint.entry(GLFW, "nglfwSetKeyCallback", "(JJ)J", Event.LISTEN),
                HookPoint.key("GLFWKeyCallbackI", "invoke"));
    }

    @Override
    public Map<Event, ObjLongConsumer<Object>> listeners(ClassLoader loader, String packageName) {
        GlfwWindows windows = new GlfwWindows(recordings, new GlfwFunctions(loader, packageName));
        return Map.of(
                Event.SWAP, Heard.by((none, handle) -> windows.swap(handle)),
                Event.END, Heard.by((none, handle) -> windows.end(handle)),
                Event.END_ALL, Heard.by((none, zero) -> windows.endAll()),
                Event.POLL, Heard.by((none, zero) -> windows.poll()),
                Event.LISTEN, Heard.by((none, handle) -> windows.listenersChange(handle)),
                Event.KEY, Heard.by((key, handle) -> windows.keyPressed(handle, (int) key)));
    }
}
