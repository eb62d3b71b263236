package io.github.stagerecorder.pipeline;

import io.github.stagerecorder.FailureKind;
import io.github.stagerecorder.RecordingException;
import io.github.stagerecorder.encode.EncoderRequest;
import io.github.stagerecorder.encode.EncoderResult;
import io.github.stagerecorder.frame.Patience;
import io.github.stagerecorder.frame.SlotPool;
import io.github.stagerecorder.frame.SlotWait;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/**
 * Ends a recording in steps, each with a deadline: it sends the end of the stream, waits for the muxer, sets the
 * pipeline to NULL, waits until all slots are free, and releases the memory. It runs once, on the encoder thread, or on
 * a separate thread if there is none.
 */
final class PipelineEnd {
    private static final long MUXER_NS = 1_000_000_000L; // for a file that ends after a failure

    private final EncoderRequest request;
    private final SlotPool pool;
    private final EncodePipeline pipeline;
    private final Destination destination;
    private final VideoInput input;
    private final SoundSource sound; // null without sound
    private final PacketReaders readers;
    private final StallWatch stall;
    private final StreamReach stream;
    private final BusMonitor monitor;
    private final HeapRoom heap;
    private final CompletableFuture<EncoderResult> future = new CompletableFuture<>();

    PipelineEnd(
            EncoderRequest request,
            SlotPool pool,
            EncodePipeline pipeline,
            Destination destination,
            VideoInput input,
            SoundSource sound,
            PacketReaders readers,
            StallWatch stall,
            StreamReach stream) {
        this.request = request;
        this.pool = pool;
        this.pipeline = pipeline;
        this.destination = destination;
        this.input = input;
        this.sound = sound;
        this.readers = readers;
        this.stall = stall;
        this.stream = stream;
        monitor = pipeline.monitor();
        heap = new HeapRoom(timeoutNs());
    }

    CompletableFuture<EncoderResult> future() {
        return future;
    }

    /** @param captureOver false if a thread hangs inside a capture; the memory is not released then */
    void run(long reachedNs, boolean captureOver) {
        heap.await();
        Throwable thrown = null;
        EncoderResult result = null;
        try {
            result = end(reachedNs, captureOver);
        } catch (RuntimeException | Error e) {
            thrown = e;
        }
        complete(result, thrown);
    }

    /** Ends while a thread hangs inside a push. What that thread uses is neither touched nor released. */
    void runBesideAPush() {
        heap.await();
        Throwable thrown = null;
        EncoderResult result = null;
        try {
            result = endBesideAPush();
        } catch (RuntimeException | Error e) {
            thrown = e;
        }
        complete(result, thrown);
    }

    private EncoderResult endBesideAPush() {
        monitor.latch(new RecordingException(
                FailureKind.CLOSE_TIMEOUT, "a push did not return within " + Patience.words(timeoutNs())));
        long writtenNs = writtenUntilNs();
        attempt(this::endSound);
        pool.discard();
        pipeline.halt(timeoutNs());
        attempt(() -> readers.close(timeoutNs()));
        return new EncoderResult(monitor.failure(), playableUntilNs(writtenNs));
    }

    /** Completes the future even if the heap is exhausted for a while. */
    private void complete(EncoderResult result, Throwable thrown) {
        while (!future.isDone()) {
            try {
                if (thrown == null) {
                    future.complete(result);
                } else {
                    future.completeExceptionally(thrown);
                }
            } catch (OutOfMemoryError e) {
                LockSupport.parkNanos(Patience.NAP_NS); // until other threads have freed some memory
            }
        }
    }

    private EncoderResult end(long reachedNs, boolean captureOver) {
        attempt(this::endSound);
        drain(reachedNs);
        awaitMuxer();
        boolean complete = monitor.isComplete() && bytesWritten() != 0;
        long writtenNs = complete ? input.endNs() : writtenUntilNs();
        if (monitor.failure() != null) {
            pool.discard();
        }
        if (pipeline.stop(timeoutNs())) {
            giveBack(captureOver);
        }
        long playableNs = complete ? writtenNs : playableUntilNs(writtenNs);
        attempt(() -> destination.end(writtenNs, playableNs));
        attempt(() -> readers.close(timeoutNs()));
        return new EncoderResult(monitor.failure(), playableNs);
    }

    private void endSound() {
        if (sound != null) {
            sound.end();
        }
    }

    /** Whatever is thrown ends the recording with a failure; the steps that follow are taken all the same. */
    private void attempt(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException | Error e) {
            monitor.crash(e);
        }
    }

    private void drain(long reachedNs) {
        if (!input.hasPushed() && monitor.failure() == null) {
            monitor.latch(new RecordingException(FailureKind.NO_FRAMES, "no frame was captured, so there is no file"));
        } else {
            attempt(() -> awaitEnd(reachedNs));
            attempt(destination::requireKept);
        }
    }

    /** An element that fails ends the stream behind it, and a muxer that is stopped while it completes the file breaks it. */
    private void awaitMuxer() {
        if (hasStreamFailed() && bytesWritten() > 0) {
            monitor.awaitSinkEnd(Math.min(timeoutNs(), MUXER_NS));
        }
    }

    private boolean hasStreamFailed() {
        RecordingException failure = monitor.failure();
        return failure != null && failure.kind() == FailureKind.STREAM;
    }

    private void awaitEnd(long reachedNs) {
        input.end(reachedNs);
        stall.restart();
        boolean stalled = false;
        while (!stalled && !monitor.awaitEnd(Math.min(Patience.NAP_NS, timeoutNs()))) {
            stalled = stall.hasLasted(input.endNs());
        }
    }

    /** Returns the position of the sink after a failure, including what it may not have written completely. */
    private long writtenUntilNs() {
        return bytesWritten() <= 0 ? 0 : stream.positionNs();
    }

    private long bytesWritten() {
        try {
            return destination.bytesWritten();
        } catch (RuntimeException | Error e) {
            monitor.crash(e);
            return 0;
        }
    }

    /** The presets' containers are written as streams, so what is written plays, unless the sink itself failed. */
    private long playableUntilNs(long writtenNs) {
        return hasStreamFailed() ? writtenNs : stream.certainNs(writtenNs);
    }

    /** If slots are still in use at the deadline, their memory is not released. */
    private void giveBack(boolean captureOver) {
        input.release();
        if (awaitAllFree() && captureOver) {
            pool.close();
        }
    }

    private boolean awaitAllFree() {
        Patience patience = new Patience(timeoutNs());
        SlotWait<Boolean> allFree = new SlotWait<>(pool) {
            @Override
            protected Boolean attempt() {
                return pool.allFree() ? Boolean.TRUE : null;
            }

            @Override
            protected boolean isOver() {
                return patience.isOver();
            }
        };
        return pool.allFree() || allFree.await() != null;
    }

    private long timeoutNs() {
        return request.closeTimeoutNs();
    }
}
