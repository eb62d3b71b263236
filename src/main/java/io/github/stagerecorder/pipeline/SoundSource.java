package io.github.stagerecorder.pipeline;

import com.sun.jna.Pointer;
import io.github.stagerecorder.frame.SoundSink;
import io.github.stagerecorder.gstreamer.GStreamer;
import io.github.stagerecorder.jni.PoolNative;
import io.github.stagerecorder.jni.SoundNative;
import io.github.stagerecorder.settings.SoundFormat;
import java.nio.ByteBuffer;
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
    private final KeptSound kept;
    private final AppSrc source = FrameSource.unbounded();
    private final long handle;
    private long reached; // sample frames
    private boolean ended;

    SoundSource(SoundFormat format, KeptSound kept) {
        this.format = format;
        this.kept = kept;
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
        reached = firstSampleFrame + sampleFrames;
        return sampleFrames == 0 || SoundNative.push(handle, address, sizeBytes, ptsNs, endNs - ptsNs);
    }

    /** Ends the stream. A second call does nothing. */
    synchronized void end() {
        if (ended) {
            return;
        }
        try {
            pushSilence(kept.sampleFrames(format));
        } finally {
            ended = true;
            source.endOfStream();
            SoundNative.release(handle);
        }
    }

    private void pushSilence(int sampleFrames) {
        if (sampleFrames > 0) {
            ByteBuffer silence = ByteBuffer.allocateDirect(sampleFrames * format.bytesPerSampleFrame());
            push(PoolNative.address(silence), sampleFrames, reached);
        }
    }
}
