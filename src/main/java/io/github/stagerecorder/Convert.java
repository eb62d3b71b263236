package io.github.stagerecorder;

/** What converts the pixels that were read into the format that the pipeline takes. */
public enum Convert {
    /** The one that takes the least work. */
    AUTO,
    /**
     * Nothing: the pipeline gets the pixels as they were read. If the pipeline takes planes (I420 or NV12), a shader
     * makes them on the GPU before the read. If it is set by {@link Tuning#convert}, a start requires such a pipeline.
     */
    AS_READ,
    /** GStreamer's {@code videoflip}: it turns the rows, where the pipeline takes the format that was read. */
    VIDEOFLIP,
    /** The recorder's own kernel, on the thread that feeds the pipeline. */
    KERNEL,
    /** GStreamer's {@code videoconvert}, on GStreamer's threads. */
    VIDEOCONVERT
}
