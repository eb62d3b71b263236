package io.github.stagerecorder.snapshot;

import io.github.stagerecorder.FailureKind;
import io.github.stagerecorder.RecordingException;
import io.github.stagerecorder.file.OutputTarget;
import io.github.stagerecorder.file.WholeFile;
import io.github.stagerecorder.frame.Picture;
import io.github.stagerecorder.readback.StillFrame;
import io.github.stagerecorder.readback.StillMemory;
import io.github.stagerecorder.settings.Options;
import io.github.stagerecorder.settings.PixelFormat;
import io.github.stagerecorder.settings.Region;
import io.github.stagerecorder.settings.RegionChoice;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;
import java.util.function.Supplier;

/**
 * The snapshots of one stage. Each request is answered by the next frame: its pixels are read once for all requests,
 * and written in the background. Any thread may call {@link #request} and {@link #end}.
 */
public final class Snapshots {
    private record Request(Supplier<Path> file, CompletableFuture<Path> written) {}

    private final Options options;
    private final LongFunction<StillMemory> memory = this::takeMemory;
    private final AtomicLong heldBytes = new AtomicLong(); // of the frames that are being written
    private volatile long expectedBytes; // 0 if the size of the next snapshot is not known
    private CompletableFuture<StillMemory> reserved; // null if there is none
    private volatile CompletableFuture<Void> lastWritten = CompletableFuture.completedFuture(null);
    private volatile List<Request> waiting = List.of(); // immutable; null once it has ended

    /** @param options those of the recordings of this stage; the memory budget applies to all snapshots together */
    public Snapshots(Options options) {
        this.options = options;
    }

    /**
     * Asks for a picture of the next frame.
     *
     * @param file names the file, on the writing thread
     * @return a future that completes with the file or with the reason why there is none, on a thread that must not be
     *     held up
     */
    public synchronized CompletableFuture<Path> request(Supplier<Path> file) {
        Request request = new Request(file, new CompletableFuture<>());
        if (waiting == null) {
            refuse(List.of(request), over());
        } else {
            List<Request> longer = new ArrayList<>(waiting);
            longer.add(request);
            waiting = List.copyOf(longer);
            reserve();
        }
        return request.written();
    }

    /** Asks for a picture of the next frame in this file. */
    public CompletableFuture<Path> request(Path file) {
        Objects.requireNonNull(file, "file");
        return request(() -> file);
    }

    /** Tells the rectangle of the next snapshot, as far as it is known. Any thread may call it. */
    public void expect(Region region) {
        expectedBytes = Picture.asRead(region.widthPx(), region.heightPx(), PixelFormat.RGBX)
                .slotBytes();
    }

    /** Memory that is ready before the next frame makes its read no slower than any other. */
    private void reserve() {
        long sizeBytes = expectedBytes;
        if (reserved == null && sizeBytes > 0 && sizeBytes <= options.limits().budgetBytes()) {
            reserved = CompletableFuture.supplyAsync(() -> StillMemory.touched(sizeBytes), SnapshotWriter.thread());
        }
    }

    private synchronized StillMemory takeMemory(long sizeBytes) {
        CompletableFuture<StillMemory> early = reserved;
        boolean fits = early != null
                && early.isDone()
                && !early.isCompletedExceptionally()
                && early.join().sizeBytes() == sizeBytes;
        if (!fits) {
            dropReserved();
        }
        reserved = null;
        return fits ? early.join() : StillMemory.of(sizeBytes);
    }

    private void dropReserved() {
        if (reserved != null) {
            reserved.thenAccept(StillMemory::close);
            reserved = null;
        }
    }

    /** Returns whether the next frame is asked for. This call is cheap. */
    public boolean areWanted() {
        List<Request> requests = waiting;
        return requests != null && !requests.isEmpty();
    }

    /**
     * Answers all requests with the present frame. Whatever goes wrong is told to their futures.
     *
     * @param region gives the rectangle that is recorded now, or throws where nothing can be read
     */
    public void take(Supplier<Region> region) {
        List<Request> requests = takeRequests(List.of());
        try {
            handOver(read(region.get()), requests);
        } catch (RuntimeException | Error e) {
            refuse(requests, e);
        }
    }

    private StillFrame read(Region region) {
        expect(region);
        RegionChoice part = new RegionChoice(options.followsSize() ? null : region, region.xPx(), region.yPx());
        long leftBytes = options.limits().budgetBytes() - heldBytes.get();
        return StillFrame.read(options.read().framebuffer(), part, leftBytes, memory);
    }

    private void handOver(StillFrame frame, List<Request> requests) {
        heldBytes.addAndGet(frame.sizeBytes());
        try {
            lastWritten = SnapshotWriter.write(
                    new Writing(frame, requests), options.limits().closeTimeoutNs());
        } catch (RuntimeException | Error e) { // the virtual machine is exiting, or the system has no thread for it
            release(frame);
            throw e;
        }
    }

    private void release(StillFrame frame) {
        frame.close();
        heldBytes.addAndGet(-frame.sizeBytes());
    }

    private synchronized List<Request> takeRequests(List<Request> next) {
        List<Request> taken = waiting == null ? List.of() : waiting;
        waiting = waiting == null ? null : next;
        return taken;
    }

    private synchronized List<Request> takeUnanswered(List<Request> next) {
        dropReserved();
        return takeRequests(next);
    }

    /** Not a lambda, which would take milliseconds of a frame when it is first linked. */
    private final class Writing implements Runnable {
        private final StillFrame frame;
        private final List<Request> requests;

        Writing(StillFrame frame, List<Request> requests) {
            this.frame = frame;
            this.requests = requests;
        }

        @Override
        public void run() {
            try {
                requests.forEach(request -> write(frame, request));
            } finally {
                release(frame);
            }
        }
    }

    private void write(StillFrame frame, Request request) {
        try {
            Path file = request.file().get();
            OutputTarget target = new OutputTarget(file, options.overwrite());
            WholeFile.write(target, out -> Png.write(frame, out, SnapshotWriter::hasWrittenARow));
            request.written().complete(file);
        } catch (RuntimeException | Error e) {
            request.written().completeExceptionally(e);
        }
    }

    /** Refuses the requests that wait for a frame. */
    public void refuse(RecordingException why) {
        refuse(takeUnanswered(List.of()), why);
    }

    /** Refuses the requests that wait for a frame, and all later ones. */
    public void end() {
        refuse(takeUnanswered(null), over());
    }

    /**
     * Waits until what was read is written, or no snapshot at all can be written for the close timeout, which is logged.
     */
    public void awaitWritten() {
        SnapshotWriter.await(lastWritten, options.limits().closeTimeoutNs());
    }

    private static RecordingException over() {
        return new RecordingException(FailureKind.NO_FRAMES, "no frame came for a snapshot before the end");
    }

    private static void refuse(List<Request> requests, Throwable why) {
        requests.forEach(request -> request.written().completeExceptionally(why));
    }
}
