package io.github.stagerecorder.gstreamer;

import static org.freedesktop.gstreamer.lowlevel.GObjectAPI.GOBJECT_API;

import org.freedesktop.gstreamer.glib.GObject;
import org.freedesktop.gstreamer.glib.Natives;
import org.freedesktop.gstreamer.lowlevel.GObjectPtr;

/**
 * A reference to a native object, beside that of the binding. The binding's is a toggle reference: GLib calls back when
 * it becomes the last one, on any thread, and that fails if the binding gives it up at the same time. While this
 * reference exists, the binding's is not the last one.
 */
public final class OwnReference {
    private final GObjectPtr object;

    public OwnReference(GObject object) {
        this.object = (GObjectPtr) Natives.getPointer(object);
        GOBJECT_API.g_object_ref(this.object);
    }

    /** Called once, after the binding has disposed of the object. */
    public void release() {
        GOBJECT_API.g_object_unref(object);
    }
}
