package io.github.stagerecorder.jni;

/**
 * What a stream takes of a ring of {@link ReplayNative}, in {@code native/core/sr_feed.h} and {@code
 * native/gst/sr_stream.h}. The functions are those of {@link ReplayNative#FUNCTIONS}. One thread sends; any thread may
 * call {@link #lost} and {@link #waitingBytes}.
 */
public final class StreamNative {
    /** What became of a packet. */
    public static final int SENT = 0;

    public static final int NOTHING = 1;
    public static final int END = 2;
    public static final int OUTDATED = 3;
    public static final int REFUSED = 4;

    /** What {@link #begin} tells, by its index. */
    public static final int BASE_NS = 0;

    /** What {@link #send} tells, by its index. */
    public static final int SIZE_BYTES = 0;

    public static final int FRAMES = 1;
    public static final int FIGURES = 2;

    private StreamNative() {}

    /** Returns a feed that holds the ring, to be released; 0 when there is no memory. A ring has one at most. */
    public static native long create(long ring, long mostNs, long mostBytes);

    public static native void release(long feed);

    /** Goes on with the newest keyframe that waits. */
    public static native void restart(long feed);

    /** All that waits is lost. */
    public static native void giveUp(long feed);

    /** Returns how much waits to be sent. */
    public static native long waitingBytes(long feed);

    /** Returns how many frames were lost because nobody took them in time. */
    public static native long lost(long feed);

    /**
     * Waits for the first keyframe of a connection, and sets the caps of a GstAppSrc for video, and one for sound or 0.
     *
     * @return {@link #SENT}, {@link #NOTHING} or {@link #END}
     */
    public static native int begin(
            long[] functions, long feed, long video, long sound, long patienceNs, long[] figures);

    /**
     * Waits for the next packet, and sends it.
     *
     * @param baseNs the running time that becomes 0
     * @return one of the five
     */
    public static native int send(
            long[] functions, long feed, long video, long sound, long baseNs, long patienceNs, long[] figures);
}
