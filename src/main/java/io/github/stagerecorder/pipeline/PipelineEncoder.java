package io.github.stagerecorder.pipeline;

import io.github.stagerecorder.RecordingException;
import io.github.stagerecorder.SavedReplay;
import io.github.stagerecorder.encode.Encoder;
import io.github.stagerecorder.encode.EncoderResult;
import io.github.stagerecorder.encode.InputPlan;
import io.github.stagerecorder.file.OutputTarget;
import io.github.stagerecorder.frame.FrameQueue;
import io.github.stagerecorder.frame.Slot;
import io.github.stagerecorder.frame.SlotPool;
import io.github.stagerecorder.frame.SoundSink;
import io.github.stagerecorder.frame.Uninterrupted;
import io.github.stagerecorder.report.ReplayCounts;
import io.github.stagerecorder.report.StreamCounts;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/** A running pipeline and what feeds it: its own thread behind a queue, or the thread that submits. */
final class PipelineEncoder implements Encoder {
    /** The longest wait for a frame; closing the queue ends it earlier. */
    private static final long LOOK_NS = 10_000_000_000L;

    /** More than all READ slots of two generations, however many frames the encoder keeps. */
    private static final int QUEUE_CAPACITY = 1024;

    private final SlotPool pool;
    private final EncodePipeline pipeline;
    private final Destination destination;
    private final VideoInput input;
    private final StallWatch stall;
    private final PipelineEnd end;
    private final StreamReach stream;
    private final SoundSource sound; // null without sound
    private final PacketReaders readers;
    private final FrameQueue queue; // null if the submitting thread pushes
    private final long closeTimeoutNs;
    private final AtomicBoolean finished = new AtomicBoolean();
    private final ReentrantLock pushing = new ReentrantLock(); // held while the submitting thread pushes
    private boolean inputClosed; // for the submitting thread; the lock guards it
    private volatile long reachedNs;
    private volatile boolean captureOver;

    /** @param queue from which {@link #feedUntilClosed} takes frames; null if the submitting thread pushes them */
    PipelineEncoder(
            InputPlan plan,
            SlotPool pool,
            EncodePipeline pipeline,
            Destination destination,
            FrameSource source,
            SoundSource sound,
            PacketReaders readers,
            FrameQueue queue) {
        this.pool = pool;
        this.pipeline = pipeline;
        this.destination = destination;
        this.sound = sound;
        this.readers = readers;
        this.queue = queue;
        closeTimeoutNs = plan.encoder().request().closeTimeoutNs();
        stall = new StallWatch(pool, pipeline, closeTimeoutNs);
        GaplessStream gapless = new GaplessStream(plan, source, pipeline);
        PlaneConverter converter = new PlaneConverter(plan, pool, pipeline.monitor(), stall, gapless);
        input = new VideoInput(plan, pool, destination, source, gapless, converter, pipeline.monitor());
        stream = new StreamReach(plan.encoder().request(), pipeline, gapless);
        end = new PipelineEnd(
                plan.encoder().request(), pool, pipeline, destination, input, sound, readers, stall, stream);
    }

    /** @param ownThread whether the encoder's own thread converts and pushes; otherwise {@link #submit} does */
    static PipelineEncoder start(
            InputPlan plan,
            SlotPool pool,
            EncodePipeline pipeline,
            Destination destination,
            FrameSource source,
            SoundSource sound,
            PacketReaders readers,
            boolean ownThread) {
        FrameQueue queue = ownThread ? newQueue(pool) : null;
        PipelineEncoder encoder = new PipelineEncoder(plan, pool, pipeline, destination, source, sound, readers, queue);
        if (ownThread) {
            EncoderThread.start(pool, () -> {}, encoder::feedUntilClosed);
        }
        return encoder;
    }

    static FrameQueue newQueue(SlotPool pool) {
        return new FrameQueue(pool, QUEUE_CAPACITY);
    }

    @Override
    public boolean submit(Slot slot) {
        return queue == null ? pushHere(slot) : queue.offer(slot);
    }

    private boolean pushHere(Slot slot) {
        pushing.lock();
        try {
            if (!inputClosed) {
                pushOrFail(slot);
            }
            return !inputClosed;
        } finally {
            pushing.unlock();
        }
    }

    private void reach() {
        if (failure() != null) {
            return; // only the first failure counts
        }
        try {
            destination.reach(stream);
        } catch (RecordingException e) {
            pipeline.monitor().endEarly(e);
        }
    }

    /**
     * Feeds the pipeline on the encoder thread until the queue is closed, and ends it. Survives whatever is thrown,
     * because this thread ends the recording. Without heap even the first call of a method may throw, so what latches a
     * failure is tried again.
     */
    void feedUntilClosed() {
        Throwable untold = null;
        while (untold != null || !queue.isDrained()) {
            try {
                if (untold != null) {
                    pipeline.monitor().crash(untold);
                    untold = null;
                }
                push(queue.take(LOOK_NS));
            } catch (RuntimeException | Error e) {
                untold = e;
            }
        }
        end.run(reachedNs, captureOver);
    }

    /** Nothing that is thrown reaches the thread that captures. */
    private void pushOrFail(Slot slot) {
        try {
            push(slot);
        } catch (RuntimeException | Error e) {
            pipeline.monitor().crash(e);
        }
    }

    /** @param slot null if none has come for a while */
    private void push(Slot slot) {
        if (slot != null) {
            if (!finished.get()) {
                readers.awaitRoom();
            }
            input.push(slot);
        }
        reach();
    }

    private void startEnding() {
        try {
            Thread thread = new Thread(this::endHere, "stagerecorder-finish");
            thread.setDaemon(true); // only the recorder's shutdown hook waits for it
            thread.start();
        } catch (Error e) { // there is no memory for a thread
            pipeline.monitor().crash(e);
            endHere();
        }
    }

    /** Ends without an encoder thread. A thread that hangs inside a push keeps all that it pushes with. */
    private void endHere() {
        if (closeInput()) {
            end.run(reachedNs, captureOver);
        } else {
            end.runBesideAPush();
        }
    }

    private boolean closeInput() {
        boolean closed = Uninterrupted.within(closeTimeoutNs, leftNs -> pushing.tryLock(leftNs, TimeUnit.NANOSECONDS));
        if (closed) {
            inputClosed = true;
            pushing.unlock();
        }
        return closed;
    }

    @Override
    public SoundSink sound() {
        return sound;
    }

    @Override
    public RecordingException failure() {
        return pipeline.monitor().failure();
    }

    @Override
    public void onFailure(Consumer<RecordingException> hearer) {
        pipeline.monitor().onFailure(hearer);
    }

    @Override
    public void fail(RecordingException failure) {
        pipeline.monitor().latch(failure);
    }

    @Override
    public CompletableFuture<EncoderResult> finish(long reached, boolean over) {
        if (finished.compareAndSet(false, true)) {
            reachedNs = reached;
            captureOver = over;
            stall.expectEnd();
            if (queue == null) {
                startEnding();
            } else {
                queue.close();
            }
        }
        return end.future();
    }

    @Override
    public CompletableFuture<SavedReplay> saveReplay(OutputTarget target, long untilNs) {
        return readers.saveReplay(target, untilNs);
    }

    @Override
    public ReplayCounts replayCounts() {
        return readers.replayCounts();
    }

    @Override
    public StreamCounts streamCounts() {
        return readers.streamCounts();
    }

    @Override
    public void onStreamTrouble(Consumer<String> hearer) {
        readers.onStreamTrouble(hearer);
    }

    @Override
    public long bytesWritten() {
        return destination.bytesWritten();
    }

    @Override
    public long repeatedCount() {
        return input.repeatedCount();
    }
}
