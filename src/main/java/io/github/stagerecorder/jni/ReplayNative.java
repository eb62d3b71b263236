package io.github.stagerecorder.jni;

/** The ring of a replay, and what is saved from it, in {@code native/gst/sr_replay.h}. */
public final class ReplayNative {
    /** The functions whose addresses are taken, in this order, each after its library. */
    public static final String[][] FUNCTIONS = {
        {"gstreamer-1.0", "gst_pad_add_probe"},
        {"gstreamer-1.0", "gst_event_parse_caps"},
        {"gstreamer-1.0", "gst_event_parse_segment"},
        {"gstreamer-1.0", "gst_segment_copy_into"},
        {"gstreamer-1.0", "gst_segment_to_running_time_full"},
        {"gstreamer-1.0", "gst_caps_get_structure"},
        {"gstreamer-1.0", "gst_structure_has_field"},
        {"gstreamer-1.0", "gst_structure_has_name"},
        {"gstreamer-1.0", "gst_caps_is_equal"},
        {"gstreamer-1.0", "gst_buffer_get_sizes"},
        {"gstreamer-1.0", "gst_buffer_copy_deep"},
        {"gstreamer-1.0", "gst_buffer_list_length"},
        {"gstreamer-1.0", "gst_buffer_list_get"},
        {"gstreamer-1.0", "gst_mini_object_ref"},
        {"gstreamer-1.0", "gst_mini_object_copy"},
        {"gstreamer-1.0", "gst_mini_object_unref"},
        {"gstapp-1.0", "gst_app_src_set_caps"},
        {"gstapp-1.0", "gst_app_src_push_buffer"},
        {"gstapp-1.0", "gst_app_src_end_of_stream"},
    };

    /** The tracks of a ring. */
    public static final int VIDEO = 0;

    public static final int SOUND = 1;

    /** What {@link #now} tells, by its index. */
    public static final int HELD_NS = 0;

    public static final int HELD_BYTES = 1;
    public static final int HELD_PACKETS = 2;
    public static final int NOW_FIGURES = 3;

    /** What {@link #await} tells, by its index. */
    public static final int FROM_NS = 0;

    public static final int TO_NS = 1;
    public static final int LOWEST_DTS_NS = 2;
    public static final int FRAMES = 3;
    public static final int SIZE_BYTES = 4;
    public static final int SHORTER = 5;
    public static final int SAVE_FIGURES = 6;

    /** The values of {@link #SHORTER}. */
    public static final int SHORTER_BY_START = 1;

    public static final int SHORTER_BY_BUDGET = 2;

    private ReplayNative() {}

    /** Returns a ring, to be released; 0 when there is no memory. */
    public static native long create(long[] functions, long keepNs, long mostBytes);

    public static native void release(long ring);

    /** Fills a track of the ring with what passes a GstPad, as long as that lives. @return false without memory */
    public static native boolean watch(long[] functions, long ring, long pad, int track);

    /** Tells what the ring holds. Any thread may call it, until {@link #release}. */
    public static native void now(long ring, long[] figures);

    /**
     * Returns a save that ends with the frame at this PTS, to be ended; 0 when there is no memory.
     *
     * @param soundLead how many packets of sound from before the first frame come first, if there are as many
     */
    public static native long begin(long ring, long untilNs, int soundLead);

    /** Waits until all of the save is there, as long as packets come. */
    public static native void await(long save, long patienceNs, long[] figures);

    /** Returns the GstCaps of a track, valid until {@link #end}; 0 if nothing of it is saved. */
    public static native long caps(long save, int track);

    /**
     * Sends what the save holds to a GstAppSrc for video, and one for sound or 0, and ends both. They have their caps.
     *
     * @param videoBaseNs the running time that becomes 0, and so that of the sound
     * @return the first GstFlowReturn that is not OK
     */
    public static native int send(
            long[] functions, long save, long video, long sound, long videoBaseNs, long soundBaseNs);

    public static native void end(long save);
}
