package io.github.stagerecorder;

/** Where frames are converted and pushed into the pipeline. */
public enum EncodeOn {
    /** On the recorder's own thread, so that the render thread can go on drawing. The default. */
    OWN_THREAD,
    /** On the thread that captures, inside {@code capture()}. */
    RENDER_THREAD
}
