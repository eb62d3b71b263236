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
    private static final int REPEATED = 2; // GLFW_REPEAT

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
                HookPoint.replacing(GLFW, "glfwSetKeyCallback"),
                HookPoint.key("GLFWKeyCallbackI", "invoke"));
    }

    @Override
    public Map<Event, ObjLongConsumer<Object>> listeners(ClassLoader loader, String packageName) {
        Windows windows = new Windows(recordings, loader, packageName);
        return Map.of(
                Event.SWAP, Heard.by(windows.table::swap),
                Event.END, Heard.by(windows.table::end),
                Event.END_ALL, Heard.by((none, zero) -> windows.table.endAll()),
                Event.POLL, Heard.by((none, zero) -> windows.poll()),
                Event.LISTEN, Heard.by((none, handle) -> windows.listenersChange(handle)),
                Event.SET_LISTENER, Heard.by((place, handle) -> windows.replace((Object[]) place)),
                Event.KEY, Heard.by((key, handle) -> windows.keyHeard((int) key, handle)));
    }

    /** Those of one copy of GLFW. */
    private static final class Windows {
        final SurfaceTable<GlfwWindow> table;
        private final GlfwFunctions glfw;
        private final Recordings recordings;
        private final SurfaceTable.Action<GlfwWindow> hearUnheard = this::hearUnheard;
        private boolean isListening; // on the thread that polls

        Windows(Recordings recordings, ClassLoader loader, String packageName) {
            this.recordings = recordings;
            glfw = new GlfwFunctions(
                    loader, packageName, (window, key, action) -> keyHeard(action == 0 ? -key : key, action, window));
            table = new SurfaceTable<>(recordings, (none, handle) -> new GlfwWindow(glfw, handle));
        }

        /** The program is about to ask for events: each window that has swapped must hear keys. */
        void poll() throws Throwable {
            if (recordings.options().key() == null || isListening) {
                return;
            }
            isListening = true;
            try {
                table.each(GlfwWindow::hearKeys);
            } finally {
                isListening = false;
            }
            table.each(hearUnheard);
        }

        private void hearUnheard(GlfwWindow window) throws Throwable {
            if (window.isUnheardPress(code(recordings.options().key()))) {
                table.keyPressed(window::equals);
            }
        }

        /** The program, or the agent, changes who hears the keys of a window. */
        void listenersChange(long handle) throws Throwable {
            if (!isListening) {
                table.each(window -> window.listenersChange(handle));
            }
        }

        /** The program gives a window a callback. Ours, which calls it, hears the keys first. */
        void replace(Object[] place) throws ReflectiveOperationException {
            if (recordings.options().key() != null && place[0] != null) {
                place[0] = glfw.reporting(place[0]);
            }
        }

        private void keyHeard(int code, int action, long handle) {
            if (action < REPEATED) {
                keyHeard(code, handle);
            }
        }

        /** @param code negative if the key is released */
        void keyHeard(int code, long handle) {
            Key key = recordings.options().key();
            if (key != null && Math.abs(code) == code(key)) {
                table.keyPressed(window -> window.is(handle) && window.isPress(code > 0));
            }
        }

        private static int code(Key key) {
            return F1 + key.number() - 1;
        }
    }
}
