package io.github.stagerecorder;

/** Where frames are converted and handed to the pipeline. */
public enum EncodeOn {
    /** A thread of the recorder's, so that the render thread goes on drawing. The default. */
    OWN_THREAD,
    /** The render thread, inside {@code capture()}. */
    RENDER_THREAD
}
