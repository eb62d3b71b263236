package io.github.stagerecorder.pipeline;

import io.github.stagerecorder.FailureKind;
import io.github.stagerecorder.RecordingException;
import io.github.stagerecorder.frame.Patience;
import io.github.stagerecorder.jni.StreamNative;
import java.util.concurrent.TimeUnit;

/** Sends packets over one connection as fast as the network takes them. One thread uses it. */
final class StreamPump {
    private static final long STALL_NS = TimeUnit.SECONDS.toNanos(5);
    private static final long LEAST_AHEAD_BYTES = 64 << 10;
    private static final long UNKNOWN_AHEAD_BYTES = 512 << 10;

    /** A muxer keeps packets of one track until the other one has come as far. */
    private static final int PACKETS_KEPT = 4;

    /** More than parsers, a muxer and a sink that waits for its connection keep. */
    private static final int FIRST_PACKETS = 10;

    /** Naps in two seconds. Sound may be so far behind its picture. */
    private static final int MOST_EMPTY_NAPS = 100;

    private final long feed;
    private final StreamConnection connection;
    private final long mostAheadBytes;
    private final StreamTally tally;
    private final Signal stopped;
    private final Runnable connected;
    private final Patience patience = new Patience(STALL_NS);
    private int emptyNaps; // since the last packet
    private final long[] figures = new long[StreamNative.FIGURES];
    private long baseNs;
    private long largestBytes; // of a packet
    private int packetsLeft; // as far as it has been seen
    private boolean hasBegun;

    StreamPump(
            long feed,
            StreamConnection connection,
            long mostAheadBytes,
            StreamTally tally,
            Signal stopped,
            Runnable connected) {
        this.feed = feed;
        this.connection = connection;
        this.mostAheadBytes = mostAheadBytes;
        this.tally = tally;
        this.stopped = stopped;
        this.connected = connected;
    }

    /** Returns half a second of the stream. @param bytesPerSecond -1 if it is not known */
    static long mostAheadBytes(long bytesPerSecond) {
        return bytesPerSecond < 0 ? UNKNOWN_AHEAD_BYTES : Math.max(LEAST_AHEAD_BYTES, bytesPerSecond / 2);
    }

    /**
     * Waits for the first keyframe, connects, and sends until the stream ends or is stopped.
     *
     * @return false if the stream goes on over another connection
     * @throws RecordingException if the connection breaks, or takes nothing for five seconds
     */
    boolean run() {
        int sent = begin();
        if (sent == StreamNative.SENT) {
            connection.open();
            patience.restart();
        }
        while ((sent == StreamNative.SENT || sent == StreamNative.NOTHING) && !stopped.await(0)) {
            sent = step();
        }
        if (sent == StreamNative.END && hasBegun) {
            end();
        }
        return sent != StreamNative.OUTDATED;
    }

    private int begin() {
        int sent = StreamNative.NOTHING;
        while (sent == StreamNative.NOTHING && !stopped.await(0)) {
            sent = StreamNative.begin(
                    ReplayFile.functions(), feed, connection.video(), connection.sound(), Patience.NAP_NS, figures);
        }
        baseNs = figures[StreamNative.BASE_NS];
        return sent;
    }

    private int step() {
        long waitingBytes = look();
        if (waitingBytes > Math.max(mostAheadBytes, PACKETS_KEPT * largestBytes)) {
            stopped.await(Patience.NAP_NS);
            return StreamNative.NOTHING;
        }
        int sent = StreamNative.send(
                ReplayFile.functions(), feed, connection.video(), connection.sound(), baseNs, Patience.NAP_NS, figures);
        emptyNaps = sent == StreamNative.NOTHING ? emptyNaps + 1 : 0;
        if (emptyNaps > MOST_EMPTY_NAPS) { // in a pause, a muxer may keep what came last
            patience.restart();
        }
        if (sent == StreamNative.SENT || sent == StreamNative.REFUSED) {
            note();
        }
        if (sent == StreamNative.REFUSED) {
            throw new RecordingException(FailureKind.OUTPUT, "a packet is refused");
        }
        return sent;
    }

    private void note() {
        if (!hasBegun) {
            connection.play();
        }
        largestBytes = Math.max(largestBytes, figures[StreamNative.SIZE_BYTES]);
        connection.pushed(figures[StreamNative.SIZE_BYTES]);
        tally.handed(figures[StreamNative.SIZE_BYTES], figures[StreamNative.FRAMES]);
        hasBegun = true;
    }

    /** Returns how much waits. */
    private long look() {
        connection.requireAlive();
        long waitingBytes = connection.waitingBytes();
        tally.dropped(connection.droppedBytes());
        int left = connection.isPlaying() ? tally.waiting(connection.unsureBytes()) : 0;
        if (left > packetsLeft || waitingBytes == 0) {
            packetsLeft = left;
            patience.restart();
        } else if (hasBegun && patience.isOver()) {
            throw new RecordingException(
                    FailureKind.OUTPUT, "the network has taken nothing for " + Patience.words(STALL_NS));
        }
        if (left >= FIRST_PACKETS && !tally.isConnected()) {
            connected.run();
        }
        return waitingBytes;
    }

    private void end() {
        connection.end();
        while (!connection.hasArrivedWithin(Patience.NAP_NS) && !stopped.await(Patience.NAP_NS)) {
            look();
        }
        if (!stopped.await(0)) {
            connection.requireAlive();
            tally.dropped(connection.droppedBytes());
            tally.waiting(connection.missingBytes());
            if (!tally.isConnected()) { // a short stream has ended before it was seen
                connected.run();
            }
        }
    }
}
