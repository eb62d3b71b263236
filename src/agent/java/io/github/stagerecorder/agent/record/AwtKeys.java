package io.github.stagerecorder.agent.record;

import io.github.stagerecorder.agent.Key;
import java.awt.GraphicsEnvironment;
import java.awt.KeyboardFocusManager;
import java.awt.event.KeyEvent;
import java.lang.System.Logger.Level;

/** Hears the agent's key in the windows of AWT and Swing, without taking it from the program. */
final class AwtKeys {
    private final Recordings recordings;
    private final Runnable action;
    private boolean isListening;
    private boolean isDown; // on AWT's thread; the system repeats a key that stays down

    AwtKeys(Recordings recordings, Runnable action) {
        this.recordings = recordings;
        this.action = action;
    }

    /** Begins, if there is a key. It may be called again. */
    synchronized void listen() {
        Key key = recordings.options().key();
        if (key == null || isListening) {
            return;
        }
        if (GraphicsEnvironment.isHeadless()) {
            AgentLog.once(
                    Level.WARNING, "key=" + key + " does nothing, because the program has no window that hears keys");
            return;
        }
        isListening = true;
        KeyboardFocusManager manager = KeyboardFocusManager.getCurrentKeyboardFocusManager();
        manager.addKeyEventDispatcher(this::hear);
        manager.addPropertyChangeListener("focusedWindow", left -> isDown = false); // who may not hear it go up
    }

    private boolean hear(KeyEvent event) {
        Key key = recordings.options().key();
        if (key != null && event.getKeyCode() == KeyEvent.VK_F1 + key.number() - 1) {
            boolean wasDown = isDown;
            isDown = event.getID() == KeyEvent.KEY_PRESSED;
            if (isDown && !wasDown) {
                action.run();
            }
        }
        return false;
    }
}
