package io.github.stagerecorder.jni;

/** Counting the encoded frames on their way into the muxer, in {@code native/gst/sr_meter.h}. */
public final class MeterNative {
    /** The functions whose addresses {@link #create} takes, in its order, each after its library. */
    public static final String[][] FUNCTIONS = {
        {"gstreamer-1.0", "gst_pad_add_probe"},
        {"gstreamer-1.0", "gst_buffer_get_size"},
    };

    private MeterNative() {}

    /** @return a handle, to be released; 0 when there is no memory */
    public static native long create(long[] functions);

    /** Counts what passes the GstPad as long as the pad lives. */
    public static native void watch(long meter, long pad);

    /** Returns the number of frames so far. */
    public static native long frames(long meter);

    /** Returns the size of the largest frame so far. */
    public static native long largestBytes(long meter);

    /** The pads go on counting. */
    public static native void release(long meter);
}
