package io.github.stagerecorder.pipeline;

import com.sun.jna.Pointer;
import io.github.stagerecorder.gstreamer.GStreamer;
import io.github.stagerecorder.jni.PrimingNative;
import org.freedesktop.gstreamer.Pad;
import org.freedesktop.gstreamer.glib.Natives;

/**
 * Sound that begins behind its first packets, in MP4 and MOV: a decoder needs them, and plays none of them. See
 * {@code native/gst/sr_priming.h}.
 */
final class PrimedSound {
    /** Looked up once. */
    private static final class Functions {
        private static final long[] ADDRESSES = GStreamer.addresses(PrimingNative.FUNCTIONS);
    }

    private PrimedSound() {}

    /** Returns whether a muxer can say that the sound begins later than its packets. */
    static boolean isKeptBy(String muxerFactory) {
        return muxerFactory.equals("mp4mux") || muxerFactory.equals("qtmux");
    }

    /**
     * Moves the sound that passes a pad, and has it begin at a time. The packets before that are kept.
     *
     * @param offsetNs by how much later the muxer sees the packets
     * @param beginNs the PTS, on this pad, of the beginning
     */
    static void begin(Pad pad, long offsetNs, long beginNs) {
        PadOffset.set(pad, offsetNs);
        if (!PrimingNative.watch(Functions.ADDRESSES, Pointer.nativeValue(Natives.getRawPointer(pad)), beginNs)) {
            throw new OutOfMemoryError("no native memory to keep the first packets of sound");
        }
    }
}
