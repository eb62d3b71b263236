package io.github.stagerecorder.jni;

/**
 * Pushing sound, in {@code native/gst/sr_sound.h}, one thread at a time for each handle; and resampling it, in
 * {@code native/core/sr_resample.h}. Handles are addresses; nothing is checked.
 */
public final class SoundNative {
    /** The functions whose addresses {@link #create} takes, in its order, each after its library. */
    public static final String[][] FUNCTIONS = {
        {"gstreamer-1.0", "gst_buffer_new_allocate"},
        {"gstreamer-1.0", "gst_buffer_fill"},
        {"gstapp-1.0", "gst_app_src_get_current_level_bytes"},
        {"gstapp-1.0", "gst_app_src_push_buffer"},
    };

    /** The taps in each row of the resampler's table. */
    public static final int TAPS = 32;

    private SoundNative() {}

    /**
     * @param mostBytes how much may wait in the element
     * @return a handle, to be released; 0 when there is no memory. The element stays the caller's to keep alive.
     */
    public static native long create(long[] functions, long element, long mostBytes);

    public static native void release(long sound);

    /** Copies and pushes a block. @return whether it was taken */
    public static native boolean push(long sound, long address, long sizeBytes, long ptsNs, long durationNs);

    /**
     * Makes interleaved sample frames from those of a window, which has half of the taps before and behind each position.
     *
     * @param table {@code phases + 1} rows of taps
     * @param window floats: the channels, each of {@code windowSize} samples, one behind the other
     * @param begin the position in the window of the first
     * @param rate how far the next one is from it
     * @param made floats
     */
    public static native void resample(
            long table,
            int phases,
            long window,
            int windowSize,
            int channels,
            double begin,
            double rate,
            long made,
            int count);
}
