package io.github.stagerecorder;

import io.github.stagerecorder.report.StreamCounts;

/** Counts of what became of the stream to the network. An immutable snapshot; all of it is 0 without a stream. */
public final class StreamStats {
    private final StreamCounts counts;

    StreamStats(StreamCounts counts) {
        this.counts = counts;
    }

    /** Returns whether the stream is connected and the network takes it. */
    public boolean connected() {
        return counts.connected();
    }

    /** Returns the encoded bytes of picture and sound that the network has taken. */
    public long bytesSent() {
        return counts.bytesSent();
    }

    /** Returns how many frames the network has taken. */
    public long framesSent() {
        return counts.framesSent();
    }

    /**
     * Returns how many frames were encoded and not sent, because there was no connection, or the network was too slow
     * for them; those that were on their way as a connection broke are among them. They are in the file.
     */
    public long framesLost() {
        return counts.framesLost();
    }

    /** Returns how often the stream went on after an interruption. */
    public long reconnections() {
        return counts.reconnections();
    }

    @Override
    public String toString() {
        return (connected() ? "connected" : "not connected") + ", " + framesSent() + " frames sent in " + bytesSent()
                + " bytes, " + framesLost() + " lost, " + reconnections() + " reconnections";
    }
}
