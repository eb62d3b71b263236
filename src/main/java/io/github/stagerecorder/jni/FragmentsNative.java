package io.github.stagerecorder.jni;

/** Completing the index of MP4 fragments on their way into the file, in {@code native/gst/sr_fragments.h}. */
public final class FragmentsNative {
    /** The functions whose addresses {@link #watch} takes, in its order, each after its library. */
    public static final String[][] FUNCTIONS = {
        {"gstreamer-1.0", "gst_pad_add_probe"},
        {"gstreamer-1.0", "gst_mini_object_make_writable"},
        {"gstreamer-1.0", "gst_buffer_get_size"},
        {"gstreamer-1.0", "gst_buffer_extract"},
        {"gstreamer-1.0", "gst_buffer_fill"},
    };

    private FragmentsNative() {}

    /** Watches a GstPad as long as it lives. @return false when there is no memory */
    public static native boolean watch(long[] functions, long pad);
}
