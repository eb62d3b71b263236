package io.github.stagerecorder.pipeline;

import io.github.stagerecorder.RecordingException;
import io.github.stagerecorder.SavedReplay;
import io.github.stagerecorder.encode.ChosenEncoder;
import io.github.stagerecorder.encode.EncoderRequest;
import io.github.stagerecorder.file.OutputTarget;
import io.github.stagerecorder.frame.Uninterrupted;
import io.github.stagerecorder.jni.ReplayNative;
import io.github.stagerecorder.log.Log;
import io.github.stagerecorder.report.ReplayCounts;
import io.github.stagerecorder.settings.ReplayOptions;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.freedesktop.gstreamer.Caps;
import org.freedesktop.gstreamer.Pad;

/** Keeps the last seconds of a pipeline's encoded stream, and saves them. Any thread may use it. */
final class ReplayRing {
    /** Encoders may store times less finely than a nanosecond. */
    private static final long TOLERANCE_NS = 1_000_000;

    private final EncoderRequest request;
    private final long toleranceNs;
    private final MuxerInputs inputs; // kept as long as the ring
    private final long handle;
    private final List<CompletableFuture<?>> saves = new ArrayList<>(); // that are under way
    private boolean closed;

    /**
     * Begins to keep what passes, which must not have begun.
     *
     * @throws RecordingException if the bin has no muxer
     */
    ReplayRing(EncoderBin bin, ChosenEncoder encoder) {
        request = encoder.request();
        long halfNs = request.rate().intervalNs() / 2;
        toleranceNs = encoder.constantRate() ? halfNs : Math.min(halfNs, TOLERANCE_NS); // videorate moves frames
        inputs = MuxerInputs.of(bin);
        ReplayOptions options = request.options().replay();
        handle = ReplayNative.create(ReplayFile.functions(), options.keepNs(), options.mostBytes());
        if (handle == 0) {
            throw new OutOfMemoryError("no native memory for a replay");
        }
        warn(encoder.shortReplay());
        inputs.fill(handle);
    }

    private static void warn(String shortage) {
        if (shortage != null) {
            Log.line(Level.WARNING, shortage);
        }
    }

    /**
     * Saves the last seconds in the background, up to the frame with this PTS.
     *
     * @throws RecordingException if the file's container does not take the stream
     */
    synchronized CompletableFuture<SavedReplay> save(OutputTarget target, long untilNs) {
        if (closed) {
            return CompletableFuture.failedFuture(target.refuse("the recording has ended, and its replay is gone"));
        }
        Caps sound = inputs.sound().map(Pad::getCurrentCaps).orElse(null);
        ReplayContainer container = ReplayContainer.of(target, inputs.video().getCurrentCaps(), sound);
        saves.removeIf(CompletableFuture::isDone);
        ReplaySave save = ReplaySave.begin(handle, untilNs - toleranceNs, request, container, target);
        saves.add(save.future());
        return save.future();
    }

    /** Returns what is held. */
    synchronized ReplayCounts counts() {
        if (closed) {
            return ReplayCounts.NONE;
        }
        long[] figures = new long[ReplayNative.NOW_FIGURES];
        ReplayNative.now(handle, figures);
        return new ReplayCounts(figures[ReplayNative.HELD_NS], figures[ReplayNative.HELD_BYTES]);
    }

    /** Waits until what is being saved is complete. Saves keep what they need, so the pipeline may be gone by then. */
    void close(long timeoutNs) {
        if (!Uninterrupted.isDone(end(), timeoutNs)) {
            Log.line(Level.WARNING, "the recording has ended; a replay is still being saved");
        }
    }

    private synchronized CompletableFuture<?> end() {
        if (!closed) {
            closed = true;
            ReplayNative.release(handle);
        }
        return CompletableFuture.allOf(saves.toArray(new CompletableFuture<?>[0]));
    }
}
