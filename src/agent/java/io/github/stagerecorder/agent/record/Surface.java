package io.github.stagerecorder.agent.record;

import io.github.stagerecorder.BoundFramebuffer;
import io.github.stagerecorder.RecordingSwitch;

/** What a program draws into and swaps: a window, or something like one. Asked on the thread that is about to swap. */
interface Surface {
    /** Returns whether the GL context that draws into it is current on this thread. */
    boolean isCurrent() throws Throwable;

    /** Returns whether somebody could see a picture there. */
    boolean isShown() throws Throwable;

    /** Returns where the picture lies before the swap. */
    default BoundFramebuffer framebuffer() throws Throwable {
        return BoundFramebuffer.WINDOW;
    }

    /** Gives the picture to its recording. */
    default void record(RecordingSwitch recording) throws Throwable {
        recording.frame();
    }
}
