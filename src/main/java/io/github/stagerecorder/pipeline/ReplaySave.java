package io.github.stagerecorder.pipeline;

import io.github.stagerecorder.FailureKind;
import io.github.stagerecorder.RecordingException;
import io.github.stagerecorder.SavedReplay;
import io.github.stagerecorder.SavedReplay.Limit;
import io.github.stagerecorder.encode.EncoderRequest;
import io.github.stagerecorder.file.OutputTarget;
import io.github.stagerecorder.file.WholeFile;
import io.github.stagerecorder.jni.ReplayNative;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Saves a replay on a thread of its own. The process does not end before it. */
final class ReplaySave {
    /** How long to wait for the next packet, where the encoder keeps frames and no new ones come. */
    private static final long PATIENCE_NS = 1_000_000_000L;

    private final long handle;
    private final EncoderRequest request;
    private final OutputTarget target;
    private final CompletableFuture<SavedReplay> future = new CompletableFuture<>();
    private final long[] figures = new long[ReplayNative.SAVE_FIGURES];

    private ReplaySave(long handle, EncoderRequest request, OutputTarget target) {
        this.handle = handle;
        this.request = request;
        this.target = target;
    }

    /** Takes what the ring holds now, and goes on in the background. */
    static ReplaySave begin(
            long ring, long untilNs, EncoderRequest request, ReplayContainer container, OutputTarget target) {
        long handle = ReplayNative.begin(ring, untilNs, container.soundLead());
        if (handle == 0) {
            throw new OutOfMemoryError("no native memory to save a replay");
        }
        ReplaySave save = new ReplaySave(handle, request, target);
        try {
            new Thread(save::run, "stagerecorder-replay").start();
            return save;
        } catch (Error e) { // the system has no thread for it
            ReplayNative.end(handle);
            throw e;
        }
    }

    CompletableFuture<SavedReplay> future() {
        return future;
    }

    private void run() {
        try {
            WholeFile.writeDraft(target, this::write);
            ReplayNative.end(handle);
            future.complete(saved());
        } catch (RuntimeException | Error e) {
            ReplayNative.end(handle);
            future.completeExceptionally(e);
        }
    }

    private void write(Path draft) {
        ReplayNative.await(handle, PATIENCE_NS, figures);
        if (figures[ReplayNative.FRAMES] == 0) {
            throw nothing();
        }
        target.requireRoomFor(figures[ReplayNative.SIZE_BYTES]);
        ReplayContainer container = ReplayContainer.of( // at the call, the stream may not have been known yet
                target, ReplayCaps.of(handle, ReplayNative.VIDEO), ReplayCaps.of(handle, ReplayNative.SOUND));
        long fromNs = figures[ReplayNative.FROM_NS];
        long baseNs = container.beginsByDts() ? figures[ReplayNative.LOWEST_DTS_NS] : fromNs;
        ReplayFile file = new ReplayFile(container, draft, handle, request);
        try {
            file.write(baseNs, fromNs);
        } finally {
            file.close();
        }
    }

    private RecordingException nothing() {
        String why = limit() == Limit.BUDGET
                ? "its budget of " + request.options().replay().mostBytes() + " bytes holds no interval of keyframes"
                : "it has no frame yet";
        return new RecordingException(FailureKind.NO_FRAMES, "cannot save a replay to " + target + ": " + why);
    }

    private Limit limit() {
        return switch ((int) figures[ReplayNative.SHORTER]) {
            case ReplayNative.SHORTER_BY_START -> Limit.START;
            case ReplayNative.SHORTER_BY_BUDGET -> Limit.BUDGET;
            default -> Limit.NONE;
        };
    }

    private SavedReplay saved() {
        return new SavedReplay(
                target.path(),
                Duration.ofNanos(figures[ReplayNative.FROM_NS]),
                Duration.ofNanos(figures[ReplayNative.TO_NS]),
                figures[ReplayNative.FRAMES],
                limit());
    }
}
