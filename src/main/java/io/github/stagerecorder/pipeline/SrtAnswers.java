package io.github.stagerecorder.pipeline;

/**
 * What becomes of the bytes that srtsink has taken. The other end acknowledges what it has some hundred times a second,
 * and libsrt drops what waits for that much longer than the latency. One thread uses it.
 */
final class SrtAnswers {
    private final StreamRoute route;
    private double acknowledgements = -1; // -1 as long as there is no connection that this end has made
    private long arrivedBytes;

    SrtAnswers(StreamRoute route) {
        this.route = route;
    }

    /**
     * Returns how much has arrived or was dropped. It may be ahead of that by what leaves during one way to the other
     * end and back.
     *
     * @param leftBytes how much srtsink has taken
     */
    long arrivedBytes(long leftBytes) {
        double now = route.figure("packet-ack-received"); // -1 again once the connection has broken
        if (now > acknowledgements || acknowledgements < 0) {
            acknowledgements = now;
            arrivedBytes = leftBytes;
        }
        return arrivedBytes;
    }

    /** Returns how much was dropped, with the headers of its packets. */
    long droppedBytes() {
        return Math.max(0, (long) route.figure("bytes-sent-dropped"));
    }
}
