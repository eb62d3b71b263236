package io.github.stagerecorder.pipeline;

import io.github.stagerecorder.gstreamer.GStreamerLibraries;
import org.freedesktop.gstreamer.Pad;
import org.freedesktop.gstreamer.glib.Natives;

/** Moves a pad's stream in time. The binding does not set the property. */
final class PadOffset {
    private PadOffset() {}

    static void set(Pad pad, long offsetNs) {
        GStreamerLibraries.get("gstreamer-1.0")
                .getFunction("gst_pad_set_offset")
                .invokeVoid(new Object[] {Natives.getRawPointer(pad), offsetNs});
    }
}
