package io.github.stagerecorder.session;

import io.github.stagerecorder.FailureKind;
import io.github.stagerecorder.RecordingException;
import io.github.stagerecorder.encode.Encoder;
import io.github.stagerecorder.encode.EncoderRequest;
import io.github.stagerecorder.encode.EncoderResult;
import io.github.stagerecorder.file.FileClaim;
import io.github.stagerecorder.readback.Readback;
import io.github.stagerecorder.report.Counts;
import io.github.stagerecorder.report.FileResult;
import java.util.concurrent.CompletableFuture;

/** How the recording of one file ends: first its reads, then its sound, and at last its encoder. */
final class FileEnd {
    private final EncoderRequest request;
    private final FrameReader reader;
    private final Readback readback;
    private final CheaperReading cheaper;
    private final Encoder encoder;
    private final FileSound sound;
    private final Tally tally;
    private final FileClaim claim;
    private boolean readingOver;

    FileEnd(
            EncoderRequest request,
            FrameReader reader,
            Readback readback,
            CheaperReading cheaper,
            Encoder encoder,
            FileSound sound,
            Tally tally,
            FileClaim claim) {
        this.request = request;
        this.reader = reader;
        this.readback = readback;
        this.cheaper = cheaper;
        this.encoder = encoder;
        this.sound = sound;
        this.tally = tally;
        this.claim = claim;
    }

    /**
     * @param reachedNs the end of the picture, from the file's first frame on
     * @param captureOver false if a thread hangs inside a capture, so that what it uses must not be touched
     */
    CompletableFuture<FileResult> finish(long reachedNs, boolean captureOver) {
        if (captureOver) {
            endReading();
        }
        sound.end(reachedNs);
        return encoder.finish(reachedNs, captureOver).handle(this::result);
    }

    /** Ends the reads. If the GL context is not current, the frames that the GPU is still reading are lost. */
    private void endReading() {
        cheaper.end();
        if (readback.isContextCurrent()) {
            reader.drain(request.closeTimeoutNs());
        }
        tally.giveUp(readback.giveUp());
        readback.close();
        readingOver = true;
    }

    /**
     * Releases what needs the GL context and had to wait for the encoder. It does nothing if that context is not
     * current, or if a thread hung inside a capture, which may still continue. Any thread may call it, once finished.
     *
     * @return whether nothing is left to read with
     */
    synchronized boolean release() {
        if (readingOver) {
            cheaper.end();
            readback.close();
        }
        return cheaper.hasEnded() && readback.isClosed();
    }

    private FileResult result(EncoderResult ended, Throwable crash) {
        claim.release();
        Counts counts = tally.atTheEnd();
        if (crash != null) {
            return new FileResult(request.output(), 0, FailureKind.STREAM, crash, counts);
        }
        RecordingException failure = ended.failure();
        FailureKind kind = failure == null ? null : failure.kind();
        return new FileResult(request.output(), ended.playableUntilNs(), kind, failure, counts);
    }
}
