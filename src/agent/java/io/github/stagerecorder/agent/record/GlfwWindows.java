package io.github.stagerecorder.agent.record;

import io.github.stagerecorder.agent.Key;
import java.util.Arrays;

/** The windows that one copy of GLFW has swapped. */
final class GlfwWindows {
    private static final int F1 = 290; // GLFW_KEY_F1

    private final Recordings recordings;
    private final GlfwFunctions glfw;
    private volatile Window[] windows = {}; // few; copied when it changes
    private boolean isListening; // on the thread that polls

    private final class Window implements Surface {
        final long handle;
        final SurfaceRecording recording;
        volatile boolean hasListener; // certainly

        Window(long handle) {
            this.handle = handle;
            recording = recordings.add(this);
        }

        @Override
        public boolean isCurrent() throws Throwable {
            return glfw.isCurrent(handle);
        }

        @Override
        public boolean isShown() throws Throwable {
            return glfw.isVisible(handle);
        }

        @Override
        public String toString() {
            return "a GLFW window";
        }
    }

    GlfwWindows(Recordings recordings, GlfwFunctions glfw) {
        this.recordings = recordings;
        this.glfw = glfw;
    }

    void swap(long handle) throws Throwable {
        Window window = find(handle);
        if (window == null) {
            window = add(handle);
        }
        window.recording.swap();
    }

    /** Returns null if the window has swapped nothing yet. */
    private Window find(long handle) {
        for (Window window : windows) {
            if (window.handle == handle) {
                return window;
            }
        }
        return null;
    }

    private synchronized Window add(long handle) {
        Window[] more = Arrays.copyOf(windows, windows.length + 1);
        Window added = new Window(handle);
        more[windows.length] = added;
        windows = more;
        return added;
    }

    void end(long handle) {
        Window ending = remove(handle);
        if (ending != null) {
            recordings.end(ending.recording);
        }
    }

    private synchronized Window remove(long handle) {
        Window found = find(handle);
        windows = Arrays.stream(windows).filter(window -> window != found).toArray(Window[]::new);
        return found;
    }

    void endAll() {
        for (Window window : windows) {
            end(window.handle);
        }
    }

    /** The program is about to ask for events: each window that is recorded must hear keys. */
    void poll() throws Throwable {
        if (recordings.options().key() == null || isListening) {
            return;
        }
        isListening = true;
        try {
            for (Window window : windows) {
                if (!window.hasListener) {
                    window.hasListener = true;
                    glfw.listenToKeys(window.handle);
                }
            }
        } finally {
            isListening = false;
        }
    }

    /** The program, or the agent, changes who hears the keys of a window: maybe nobody. */
    void listenersChange(long handle) {
        Window window = find(handle);
        if (window != null && !isListening) {
            window.hasListener = false;
        }
    }

    void keyPressed(long handle, int code) {
        Key key = recordings.options().key();
        Window window = find(handle);
        if (key != null && window != null && code == F1 + key.number() - 1) {
            recordings.keyPressed(window.recording);
        }
    }
}
