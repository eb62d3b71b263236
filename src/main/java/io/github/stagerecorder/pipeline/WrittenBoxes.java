package io.github.stagerecorder.pipeline;

import com.sun.jna.Pointer;
import io.github.stagerecorder.gstreamer.GStreamer;
import io.github.stagerecorder.jni.FragmentsNative;
import org.freedesktop.gstreamer.Element;
import org.freedesktop.gstreamer.glib.Natives;

/** Corrects an MP4 or MOV on its way into the file; see {@code native/gst/sr_fragments.h}. */
final class WrittenBoxes {
    /** Looked up once. */
    private static final class Functions {
        private static final long[] ADDRESSES = GStreamer.addresses(FragmentsNative.FUNCTIONS);
    }

    private WrittenBoxes() {}

    static void correct(Element sink) {
        long pad = Pointer.nativeValue(Natives.getRawPointer(sink.getStaticPad("sink")));
        if (!FragmentsNative.watch(Functions.ADDRESSES, pad)) {
            throw new OutOfMemoryError("no native memory to watch what is written");
        }
    }
}
