package io.github.stagerecorder.jni;

/** Keeping the packets of sound from before its beginning, in {@code native/gst/sr_priming.h}. */
public final class PrimingNative {
    /** The functions whose addresses {@link #watch} takes, in its order, each after its library. */
    public static final String[][] FUNCTIONS = {
        {"gstreamer-1.0", "gst_pad_add_probe"}, {"gstreamer-1.0", "gst_mini_object_make_writable"},
    };

    private PrimingNative() {}

    /**
     * Watches a GstPad as long as it lives.
     *
     * @param beginNs the PTS of the beginning
     * @return false when there is no memory
     */
    public static native boolean watch(long[] functions, long pad, long beginNs);
}
