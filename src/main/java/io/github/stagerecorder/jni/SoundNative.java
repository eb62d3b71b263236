package io.github.stagerecorder.jni;

/** Pushing sound, in {@code native/gst/sr_sound.h}. One thread at a time for each handle. */
public final class SoundNative {
    /** The functions whose addresses {@link #create} takes, in its order, each after its library. */
    public static final String[][] FUNCTIONS = {
        {"gstreamer-1.0", "gst_buffer_new_allocate"},
        {"gstreamer-1.0", "gst_buffer_fill"},
        {"gstapp-1.0", "gst_app_src_get_current_level_bytes"},
        {"gstapp-1.0", "gst_app_src_push_buffer"},
    };

    private SoundNative() {}

    /**
     * @param mostBytes how much may wait in the element
     * @return a handle, to be released; 0 when there is no memory. The element stays the caller's to keep alive.
     */
    public static native long create(long[] functions, long element, long mostBytes);

    public static native void release(long sound);

    /** Copies and pushes a block. @return whether it was taken */
    public static native boolean push(long sound, long address, long sizeBytes, long ptsNs, long durationNs);
}
