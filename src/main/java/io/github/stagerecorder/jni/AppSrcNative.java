package io.github.stagerecorder.jni;

/** Wrapping and pushing slots, in {@code native/gst/sr_appsrc.h}. One thread at a time for each handle. */
public final class AppSrcNative {
    /** GST_FLOW_OK. */
    public static final int FLOW_OK = 0;

    /** The functions whose addresses {@link #create} takes, in its order, each after its library. */
    public static final String[][] FUNCTIONS = {
        {"gstreamer-1.0", "gst_buffer_new"},
        {"gstreamer-1.0", "gst_buffer_new_wrapped_full"},
        {"gstvideo-1.0", "gst_buffer_add_video_meta_full"},
        {"gstapp-1.0", "gst_app_src_push_buffer"},
        {"gstreamer-1.0", "gst_mini_object_unref"},
    };

    private AppSrcNative() {}

    /** For the thread that pushes: it no longer preempts the one that wakes it. */
    public static native void waitItsTurn();

    /** @return a handle, to be released; 0 when there is no memory. The element stays the caller's to keep alive. */
    public static native long create(long[] functions, long element);

    public static native void release(long appSrc);

    /** @return false when this GStreamer lays out its buffers in a way we do not know */
    public static native boolean checkAbi(long appSrc);

    /** Sets whether the bottom-up pictures pushed from here on are described so that GStreamer turns them. */
    public static native void setTurns(long appSrc, boolean turns);

    /**
     * Pushes the picture that the slot's words tell, at the time that they tell.
     *
     * @return the GstFlowReturn; the slot is lent whatever it is
     */
    public static native int push(long appSrc, long slot, boolean keep);

    /** @return the GstFlowReturn; the caller stays a holder of the slot */
    public static native int repeat(long appSrc, long slot, long ptsNs, long durationNs);
}
