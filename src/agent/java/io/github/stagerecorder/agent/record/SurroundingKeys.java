package io.github.stagerecorder.agent.record;

import java.lang.System.Logger.Level;

/** Hears the agent's key for surfaces that tell none themselves: in the windows of AWT or SWT around them. */
final class SurroundingKeys {
    private final Recordings recordings;
    private final AwtKeys awt;

    SurroundingKeys(Recordings recordings, Swt swt, Runnable action) {
        this.recordings = recordings;
        awt = new AwtKeys(recordings, action);
        swt.alsoDo(action);
    }

    /** Begins, at the first swap of a surface. AWT is left alone where the program does not use it. */
    void listenFor(Surface surface) {
        if (recordings.options().key() == null) {
            return;
        }
        if (recordings.isLoaded("java.awt.EventDispatchThread")) {
            awt.listen();
        } else if (!recordings.isLoaded("org.eclipse.swt.widgets.Display")) {
            AgentLog.once(
                    Level.WARNING,
                    "key=" + recordings.options().key() + " does nothing in " + surface
                            + ", which tells no keys: start and stop it by the agent's jar and the PID");
        }
    }
}
