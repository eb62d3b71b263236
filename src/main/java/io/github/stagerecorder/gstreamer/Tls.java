package io.github.stagerecorder.gstreamer;

import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import io.github.stagerecorder.FailureKind;
import io.github.stagerecorder.RecordingException;

/** What encrypts connections: a module of GLib's, which is installed for itself. */
public final class Tls {
    private static final String PACKAGE = "glib-networking";

    private Tls() {}

    /** @throws RecordingException if it is not installed */
    public static void require() {
        NativeLibrary gio = GStreamerLibraries.get("gio-2.0");
        Pointer backend = gio.getFunction("g_tls_backend_get_default").invokePointer(new Object[0]);
        if (gio.getFunction("g_tls_backend_supports_tls").invokeInt(new Object[] {backend}) == 0) {
            String hint = " (" + PackageManager.ofThisSystem().install(PACKAGE) + ")";
            throw new RecordingException(FailureKind.MISSING_ELEMENT, "GLib's TLS is not installed" + hint);
        }
    }
}
