package io.github.stagerecorder.pipeline;

import io.github.stagerecorder.FailureKind;
import io.github.stagerecorder.RecordingException;
import io.github.stagerecorder.SavedReplay;
import io.github.stagerecorder.encode.Encoder;
import io.github.stagerecorder.encode.EncoderResult;
import io.github.stagerecorder.encode.InputPlan;
import io.github.stagerecorder.file.OutputTarget;
import io.github.stagerecorder.frame.Beside;
import io.github.stagerecorder.frame.FrameQueue;
import io.github.stagerecorder.frame.Patience;
import io.github.stagerecorder.frame.Slot;
import io.github.stagerecorder.frame.SlotPool;
import io.github.stagerecorder.frame.SoundSink;
import io.github.stagerecorder.report.ReplayCounts;
import io.github.stagerecorder.report.StreamCounts;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * An encoder whose pipeline another thread opens. Frames wait in the queue, and sound with its owner, until it is open.
 * If it does not open, the recording fails with what a start would have thrown.
 */
final class OpeningEncoder implements Encoder {
    /** The longest that any encoder is known to take is far less. */
    private static final long LONGEST_OPENING_NS = TimeUnit.SECONDS.toNanos(20);

    private final InputPlan plan;
    private final SlotPool pool;
    private final Supplier<Beside<OpenPipeline>> opener;
    private Beside<OpenPipeline> opening; // null before the thread of this encoder begins it
    private final FrameQueue queue;
    private final FirstFailure failure = new FirstFailure(); // also that of the open encoder
    private final CompletableFuture<EncoderResult> result = new CompletableFuture<>();
    private final CompletableFuture<PipelineEncoder> opened = new CompletableFuture<>();
    private volatile PipelineEncoder encoder; // null until it is open
    private final HeapRoom heap;
    private final long closeTimeoutNs;
    private volatile boolean ending; // before it was open
    private long reachedNs;
    private boolean captureOver;

    private OpeningEncoder(InputPlan plan, SlotPool pool, Supplier<Beside<OpenPipeline>> opener) {
        this.plan = plan;
        this.pool = pool;
        this.opener = opener;
        queue = PipelineEncoder.newQueue(pool);
        closeTimeoutNs = plan.encoder().request().closeTimeoutNs();
        heap = new HeapRoom(closeTimeoutNs);
    }

    /** Starts the thread that has the pipeline opened by another one, waits for it and then feeds it. */
    static Encoder start(InputPlan plan, SlotPool pool, Supplier<Beside<OpenPipeline>> opener) {
        OpeningEncoder encoder = new OpeningEncoder(plan, pool, opener);
        EncoderThread.start(pool, encoder::beginOpening, encoder::run);
        return encoder;
    }

    private void beginOpening() {
        opening = opener.get();
    }

    /** Survives whatever is thrown, because this thread ends the recording. */
    private void run() {
        PipelineEncoder open = feedWhenOpen();
        heap.await();
        if (open == null) {
            loseUntilClosed();
        } else {
            begin(open);
            open.feedUntilClosed();
        }
    }

    /** @return null if it has failed */
    private PipelineEncoder feedWhenOpen() {
        try {
            return awaitOpened().feed(plan, pool, queue);
        } catch (RuntimeException | Error e) {
            failure.latch(failure.described(e));
            return null;
        }
    }

    private OpenPipeline awaitOpened() {
        if (opening == null) {
            beginOpening(); // there was no heap for it
        }
        try {
            requireOpened();
        } catch (RuntimeException | Error e) {
            opening.whenDone(OpenPipeline::abandon);
            throw e;
        }
        return opening.await();
    }

    private void requireOpened() {
        Patience whileRecording = new Patience(LONGEST_OPENING_NS);
        Patience whileEnding = new Patience(closeTimeoutNs);
        while (!opening.isDoneWithin(Patience.NAP_NS)) {
            if (!ending) {
                whileEnding.restart();
            }
            if (whileRecording.isOver()) {
                throw late(LONGEST_OPENING_NS);
            }
            if (whileEnding.isOver()) {
                throw late(closeTimeoutNs);
            }
        }
    }

    private static RecordingException late(long timeoutNs) {
        return new RecordingException(
                FailureKind.STATE_CHANGE,
                "the pipeline does not start: it was not open within " + Patience.words(timeoutNs));
    }

    private synchronized void begin(PipelineEncoder open) {
        open.onFailure(failure::latch);
        if (failure.get() != null) {
            open.fail(failure.get());
        }
        encoder = open;
        opened.complete(open); // which begins saves before the end
        if (ending) {
            end(open);
        }
    }

    private void end(PipelineEncoder open) {
        open.finish(reachedNs, captureOver).whenComplete((ended, thrown) -> {
            if (thrown == null) {
                result.complete(ended);
            } else {
                result.completeExceptionally(thrown);
            }
        });
    }

    private void loseUntilClosed() {
        opened.completeAsync(() -> {
            throw failure.get();
        });
        while (!queue.isDrained()) {
            Slot slot = queue.take(Patience.NAP_NS);
            if (slot != null) {
                slot.abandon();
                pool.addLost();
            }
        }
        if (captureOver) {
            pool.close();
        }
        result.complete(new EncoderResult(failure.get(), 0));
    }

    @Override
    public boolean submit(Slot slot) {
        return queue.offer(slot);
    }

    @Override
    public SoundSink sound() {
        return plan.encoder().hasSound() ? this::pushSound : null;
    }

    private boolean pushSound(long address, int sampleFrames, long firstSampleFrame) {
        PipelineEncoder open = encoder;
        return open != null && open.sound().push(address, sampleFrames, firstSampleFrame);
    }

    @Override
    public RecordingException failure() {
        return failure.get();
    }

    @Override
    public void onFailure(Consumer<RecordingException> hearer) {
        failure.onFailure(hearer);
    }

    @Override
    public synchronized void fail(RecordingException newFailure) {
        PipelineEncoder open = encoder;
        if (open != null) {
            open.fail(newFailure);
        } else {
            failure.latch(newFailure);
        }
    }

    @Override
    public synchronized CompletableFuture<EncoderResult> finish(long reached, boolean over) {
        PipelineEncoder open = encoder;
        if (open != null) {
            return open.finish(reached, over);
        }
        if (!ending) {
            reachedNs = reached;
            captureOver = over;
            ending = true;
            queue.close();
        }
        return result;
    }

    @Override
    public CompletableFuture<SavedReplay> saveReplay(OutputTarget target, long untilNs) {
        PipelineEncoder open = encoder;
        if (open != null) {
            return open.saveReplay(target, untilNs);
        }
        ReplayContainer.of(target, null, null); // refuses an extension of no container at once
        return opened.thenCompose(late -> saveLater(late, target, untilNs));
    }

    /** What is refused is told on another thread than the encoder's. */
    private static CompletableFuture<SavedReplay> saveLater(PipelineEncoder late, OutputTarget target, long untilNs) {
        try {
            return late.saveReplay(target, untilNs);
        } catch (RuntimeException | Error e) {
            return CompletableFuture.supplyAsync(() -> {
                throw e;
            });
        }
    }

    @Override
    public ReplayCounts replayCounts() {
        PipelineEncoder open = encoder;
        return open == null ? ReplayCounts.NONE : open.replayCounts();
    }

    @Override
    public StreamCounts streamCounts() {
        PipelineEncoder open = encoder;
        return open == null ? StreamCounts.NONE : open.streamCounts();
    }

    @Override
    public void onStreamTrouble(Consumer<String> hearer) {
        opened.thenAccept(open -> open.onStreamTrouble(hearer));
    }

    @Override
    public long bytesWritten() {
        PipelineEncoder open = encoder;
        return open == null ? 0 : open.bytesWritten();
    }

    @Override
    public long repeatedCount() {
        PipelineEncoder open = encoder;
        return open == null ? 0 : open.repeatedCount();
    }
}
