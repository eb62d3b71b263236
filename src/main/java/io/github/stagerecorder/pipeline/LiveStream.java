package io.github.stagerecorder.pipeline;

import io.github.stagerecorder.RecordingException;
import io.github.stagerecorder.encode.ChosenEncoder;
import io.github.stagerecorder.frame.Patience;
import io.github.stagerecorder.jni.ReplayNative;
import io.github.stagerecorder.jni.StreamNative;
import io.github.stagerecorder.log.Log;
import io.github.stagerecorder.report.StreamCounts;
import io.github.stagerecorder.settings.StreamAddress;
import io.github.stagerecorder.settings.StreamOptions;
import java.lang.System.Logger.Level;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Sends a pipeline's encoded stream to a network, on a thread of its own: connects when the first keyframe is there,
 * and again, with more and more time in between, when the connection breaks or takes nothing any more. Each connection
 * begins with a keyframe. The pipeline never waits for any of that: what is not sent in time is lost, and counted.
 */
final class LiveStream {
    /** Sound may be two seconds behind the picture, and waits for it here. */
    private static final long MOST_WAITING_NS = TimeUnit.SECONDS.toNanos(5);

    private static final long MOST_WAITING_BYTES = 64L << 20;
    private static final long MUCH_WAITING_BYTES = 4L << 20;
    private static final long END_NS = TimeUnit.SECONDS.toNanos(5);

    private final StreamAddress address;
    private final boolean hasSound;
    private final long longestWaitNs; // for room; 0 if nobody waits
    private final long mostAheadBytes;
    private final MuxerInputs inputs; // kept as long as the feed
    private final StreamTold told;
    private final StreamTally tally = new StreamTally();
    private final Signal stopped = new Signal(); // no more is sent
    private final Signal over = new Signal(); // the thread has ended
    private final long ring;
    private long feed; // 0 when it has been released
    private long finallyLost;

    /**
     * Begins to take what passes, which must not have begun.
     *
     * @throws RecordingException if the bin has no muxer
     */
    private LiveStream(EncoderBin bin, ChosenEncoder encoder) {
        StreamOptions options = encoder.request().options().stream();
        address = options.address();
        longestWaitNs = options.longestWaitNs();
        mostAheadBytes = StreamPump.mostAheadBytes(encoder.expectedBytesPerSecond());
        told = new StreamTold(address);
        inputs = MuxerInputs.of(bin);
        hasSound = inputs.sound().isPresent();
        ring = ReplayNative.create(ReplayFile.functions(), 0, 0); // which keeps nothing itself
        feed = ring == 0 ? 0 : StreamNative.create(ring, mostWaitingNs(), MOST_WAITING_BYTES);
        if (feed == 0) {
            throw new OutOfMemoryError("no native memory for a stream");
        }
        inputs.fill(ring);
    }

    /** What is drawn faster than in real time does not grow old here. */
    private long mostWaitingNs() {
        return longestWaitNs == 0 ? MOST_WAITING_NS : Long.MAX_VALUE;
    }

    static LiveStream start(EncoderBin bin, ChosenEncoder encoder) {
        LiveStream stream = new LiveStream(bin, encoder);
        Thread thread = new Thread(stream::run, "stagerecorder-stream");
        thread.setDaemon(true);
        try {
            thread.start();
        } catch (Error e) { // there is no memory for a thread
            stream.release();
            throw e;
        }
        return stream;
    }

    private void run() {
        try {
            StreamPauses pauses = new StreamPauses();
            while (!stopped.await(0) && !sendOverOneConnection(pauses)) {
                stopped.await(pauses.nextNs());
            }
        } finally {
            release();
            over.set();
        }
    }

    /** Returns whether the stream has ended. Whatever is thrown interrupts it, and no more. */
    private boolean sendOverOneConnection(StreamPauses pauses) {
        StreamNative.restart(feed);
        try (StreamConnection connection = new StreamConnection(address, hasSound)) {
            return new StreamPump(feed, connection, mostAheadBytes, tally, stopped, () -> connected(pauses)).run();
        } catch (RecordingException e) {
            told.broke(e.getMessage());
        } catch (RuntimeException | Error e) {
            told.broke(address.redact(e.toString()));
        } finally {
            tally.disconnected();
        }
        return false;
    }

    private void connected(StreamPauses pauses) {
        pauses.restart();
        told.goesOn(tally.connected(), lost());
    }

    private synchronized void release() {
        StreamNative.giveUp(feed);
        finallyLost = StreamNative.lost(feed);
        StreamNative.release(feed);
        ReplayNative.release(ring);
        feed = 0;
    }

    private synchronized long lost() {
        return tally.framesLost() + (feed == 0 ? finallyLost : StreamNative.lost(feed));
    }

    /** Sets who hears of each interruption. */
    void onTrouble(Consumer<String> hearer) {
        told.hearer(hearer);
    }

    /** Waits until little waits to be sent, if this stream is waited for, and is not interrupted. */
    void awaitRoom() {
        if (longestWaitNs == 0 || !isFull()) {
            return;
        }
        Patience patience = new Patience(longestWaitNs);
        while (isFull() && !told.isInterrupted() && !patience.isOver()) {
            over.await(Patience.NAP_NS);
        }
    }

    private synchronized boolean isFull() {
        return feed != 0 && StreamNative.waitingBytes(feed) > MUCH_WAITING_BYTES;
    }

    StreamCounts counts() {
        return tally.counts(lost());
    }

    /**
     * Waits until what was encoded has arrived, at most for five seconds, or for the timeout if the stream is waited for,
     * and not while it is interrupted. What is left then is lost.
     */
    void close(long timeoutNs) {
        boolean ended = endsWithin(longestWaitNs > 0 ? timeoutNs : Math.min(timeoutNs, END_NS));
        stopped.set();
        if (!ended && !over.await(END_NS)) {
            Log.line(Level.WARNING, "the stream to " + address + " does not end; it is left to itself");
        }
        told.ended(counts());
    }

    private boolean endsWithin(long timeoutNs) {
        Patience patience = new Patience(timeoutNs);
        while (!told.isInterrupted() && !patience.isOver()) {
            if (over.await(Patience.NAP_NS)) {
                return true;
            }
        }
        return false;
    }
}
