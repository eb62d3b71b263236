package io.github.stagerecorder.session;

import io.github.stagerecorder.readback.UnreadableException.Obstacle;

/**
 * Takes a session into the GL context that is current, if its own is certainly gone, as when a program makes its window
 * anew. Used on the thread that captures.
 *
 * @param files the session's files
 * @param next null if there is only one file
 */
record ContextChange(RecordedFiles files, NextFile next, Troubles troubles) {
    /** @return false if the present context cannot be recorded */
    boolean enter() {
        try {
            files.current().enterContext();
            if (next != null) {
                next.enterContext();
            }
            return true;
        } catch (IllegalArgumentException | IllegalStateException e) {
            troubles.tell(Obstacle.CONTEXT, e);
            return false;
        }
    }

    /** Does nothing unless the session's context is gone. */
    void enterIfGone() {
        if (files.current().isContextGone()) {
            enter();
        }
    }
}
