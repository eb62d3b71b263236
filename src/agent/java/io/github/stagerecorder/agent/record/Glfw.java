package io.github.stagerecorder.agent.record;

import io.github.stagerecorder.agent.Key;
import io.github.stagerecorder.agent.weave.Event;
import io.github.stagerecorder.agent.weave.HookPoint;
import io.github.stagerecorder.agent.weave.Toolkit;
import java.util.List;
import java.util.Map;
import java.util.function.ObjLongConsumer;

/** GLFW by LWJGL 3, and so libGDX, jMonkeyEngine and most games. */
final class Glfw implements Toolkit {
    private static final String GLFW = "GLFW";
    private static final int F1 = 290; // GLFW_KEY_F1

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
                HookPoint.entry("glfw/Callbacks", "glfwFreeCallbacks", "(J)V", Event.LISTEN));
    }

    @Override
    public Map<Event, ObjLongConsumer<Object>> listeners(ClassLoader loader, String packageName) {
        Windows windows = new Windows(recordings, loader, packageName);
        return Map.of(
                Event.SWAP, Heard.by(windows.table::swap),
                Event.END, Heard.by(windows.table::end),
                Event.END_ALL, Heard.by((none, zero) -> windows.table.endAll()),
                Event.POLL, Heard.by((none, zero) -> windows.poll()),
                Event.LISTEN, Heard.by((none, handle) -> windows.leaveKeys(handle)));
    }

    /** Those of one copy of GLFW. */
    private static final class Windows {
        final SurfaceTable<GlfwWindow> table;
        private final Recordings recordings;

        Windows(Recordings recordings, ClassLoader loader, String packageName) {
            this.recordings = recordings;
            GlfwFunctions glfw = new GlfwFunctions(loader, packageName);
            GlfwKeys keys = new GlfwKeys(loader, packageName, this::pressed, this::programCallback);
            table = new SurfaceTable<>(recordings, (none, handle) -> new GlfwWindow(glfw, keys, handle));
        }

        /** The program is about to ask for events. */
        void poll() throws Throwable {
            if (recordings.options().key() != null) {
                table.each(GlfwWindow::hearKeys);
            }
        }

        void leaveKeys(long handle) throws Throwable {
            GlfwWindow window = table.surface(null, handle);
            if (window != null) {
                window.leaveKeys();
            }
        }

        private long programCallback(long handle) {
            GlfwWindow window = table.surface(null, handle);
            return window == null ? 0 : window.programCallback();
        }

        private void pressed(int code, long handle) {
            Key key = recordings.options().key();
            if (key != null && code == F1 + key.number() - 1) {
                table.keyPressed(window -> window.is(handle));
            }
        }
    }
}
