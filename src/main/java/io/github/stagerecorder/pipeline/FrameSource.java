package io.github.stagerecorder.pipeline;

import com.sun.jna.Pointer;
import io.github.stagerecorder.Convert;
import io.github.stagerecorder.FailureKind;
import io.github.stagerecorder.RecordingException;
import io.github.stagerecorder.encode.Conversion;
import io.github.stagerecorder.frame.Picture;
import io.github.stagerecorder.frame.Slot;
import io.github.stagerecorder.gstreamer.Elements;
import io.github.stagerecorder.gstreamer.GStreamer;
import io.github.stagerecorder.jni.AppSrcNative;
import io.github.stagerecorder.settings.FrameRate;
import org.freedesktop.gstreamer.Caps;
import org.freedesktop.gstreamer.elements.AppSrc;
import org.freedesktop.gstreamer.glib.Natives;

/** The appsrc of a recording. It wraps slots without copying them. One thread at a time uses it. */
public final class FrameSource {
    static final int FLOW_OK = AppSrcNative.FLOW_OK;

    /** Looked up once. */
    private static final class Functions {
        private static final long[] ADDRESSES = GStreamer.addresses(AppSrcNative.FUNCTIONS);
    }

    private final AppSrc source;
    private final FrameRate rate;
    private final long handle;

    /** @throws RecordingException if this GStreamer's buffers have an unknown layout */
    FrameSource(AppSrc source, FrameRate rate) {
        this.source = source;
        this.rate = rate;
        long element = Pointer.nativeValue(Natives.getRawPointer(source));
        handle = AppSrcNative.create(Functions.ADDRESSES, element);
        if (handle == 0) {
            throw new OutOfMemoryError("no native memory to push frames from");
        }
        if (!AppSrcNative.checkAbi(handle)) {
            AppSrcNative.release(handle);
            throw new RecordingException(
                    FailureKind.UNAVAILABLE, "this GStreamer's GstBuffer is laid out in an unknown way");
        }
    }

    /** Only the pool limits the queue, because a failure could not wake a push that waits inside appsrc. */
    static AppSrc unbounded() {
        AppSrc source = (AppSrc) Elements.make("appsrc");
        source.setAsString("format", "time");
        source.set("block", false);
        source.setAsString("max-buffers", "0");
        source.setAsString("max-bytes", "0");
        source.setAsString("max-time", "0");
        return source;
    }

    /** Sets what the slots hold from now on. For videoconvert, bottom-up rows are described by a negative stride. */
    void show(Picture picture, Conversion conversion) {
        source.setCaps(
                Caps.fromString(conversion.pushedCaps() + sizeCaps(picture.widthPx(), picture.heightPx(), rate)));
        AppSrcNative.setTurns(handle, conversion.way() == Convert.VIDEOCONVERT);
    }

    /** Returns the rest of a frame's caps. */
    public static String sizeCaps(int widthPx, int heightPx, FrameRate rate) {
        return ",width=" + widthPx + ",height=" + heightPx + ",framerate=" + rate
                + ",pixel-aspect-ratio=1/1,interlace-mode=progressive";
    }

    /**
     * Lends the slot to GStreamer.
     *
     * @param keep whether the caller keeps a hold on the slot too
     * @return the GstFlowReturn
     */
    int push(Slot slot, boolean keep) {
        return AppSrcNative.push(handle, slot.handle(), keep);
    }

    /** Pushes a slot that the caller holds again. @return the GstFlowReturn */
    int repeat(Slot slot, long ptsNs, long durationNs) {
        return AppSrcNative.repeat(handle, slot.handle(), ptsNs, durationNs);
    }

    void end() {
        source.endOfStream();
    }

    /** Releases the native memory; nothing is pushed after this. */
    void release() {
        AppSrcNative.release(handle);
    }
}
