package io.github.stagerecorder.gstreamer;

import static org.freedesktop.gstreamer.lowlevel.GlibAPI.GLIB_API;

import com.sun.jna.Pointer;
import org.freedesktop.gstreamer.lowlevel.GstAPI.GErrorStruct;

/**
 * An error that GStreamer has handed over. The binding frees one by its structure, which JNA reads once more after the
 * call: a string at a random address, where the C library has reused the memory.
 *
 * @param code its number in its domain
 */
public record ReceivedError(int code, String message) {
    /** Copies the error and frees it. */
    public static ReceivedError take(Pointer handedOver) {
        GErrorStruct error = new GErrorStruct(handedOver);
        ReceivedError copy = new ReceivedError(error.getCode(), error.getMessage());
        GLIB_API.g_error_free(handedOver);
        return copy;
    }
}
