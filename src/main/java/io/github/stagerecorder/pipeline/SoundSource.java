package io.github.stagerecorder.pipeline;

import com.sun.jna.Pointer;
import io.github.stagerecorder.frame.SoundSink;
import io.github.stagerecorder.gstreamer.GStreamer;
import io.github.stagerecorder.jni.SoundNative;
import io.github.stagerecorder.settings.SoundFormat;
import org.freedesktop.gstreamer.Caps;
import org.freedesktop.gstreamer.Element;
import org.freedesktop.gstreamer.elements.AppSrc;
import org.freedesktop.gstreamer.glib.Natives;

/** The appsrc of a recording's sound. Nothing is pushed after its end, so the pipeline may then be disposed of. */
final class SoundSource implements SoundSink {
    /** How much sound may wait for a pipeline that does not take it: three minutes of stereo at 48 kHz in F32. */
    private static final long MOST_BYTES = 64L << 20;

    /** Looked up once. */
    private static final class Functions {
        private static final long[] ADDRESSES = GStreamer.addresses(SoundNative.FUNCTIONS);
    }

    private final SoundFormat format;
    private final AppSrc source = FrameSource.unbounded();
    private final long handle;
    private boolean ended;

    SoundSource(SoundFormat format) {
        this.format = format;
        source.setCaps(Caps.fromString(SoundHead.caps(format)));
        handle =
                SoundNative.create(Functions.ADDRESSES, Pointer.nativeValue(Natives.getRawPointer(source)), MOST_BYTES);
        if (handle == 0) {
            throw new OutOfMemoryError("no native memory to push sound from");
        }
    }

    Element element() {
        return source;
    }

    /** The lock is free but for a moment at the end. */
    @Override
    public synchronized boolean push(long address, int sampleFrames, long firstSampleFrame) {
        if (ended) {
            return false;
        }
        long ptsNs = format.timeNs(firstSampleFrame);
        long endNs = format.timeNs(firstSampleFrame + sampleFrames);
        long sizeBytes = (long) sampleFrames * format.bytesPerSampleFrame();
        return sampleFrames == 0 || SoundNative.push(handle, address, sizeBytes, ptsNs, endNs - ptsNs);
    }

    /** Ends the stream. A second call does nothing. */
    synchronized void end() {
        if (!ended) {
            ended = true;
            source.endOfStream();
            SoundNative.release(handle);
        }
    }
}
