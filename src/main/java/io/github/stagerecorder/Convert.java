package io.github.stagerecorder;

/** What stands between the slots that are read into and the pipeline, and makes of their pixels what it takes. */
public enum Convert {
    /** Whatever is the least work here. */
    AUTO,
    /**
     * Nothing: the pipeline gets the slots as they were read. Where it takes planes (I420 or NV12), a shader makes them
     * on the GPU before the read. Only that can be asked for.
     */
    AS_READ,
    /** GStreamer's {@code videoflip}, which turns the rows where the pipeline takes the pixels as they were read. */
    VIDEOFLIP,
    /** This library's own kernel, on the thread that feeds the pipeline. */
    KERNEL,
    /** GStreamer's {@code videoconvert}, on its threads. */
    VIDEOCONVERT
}
