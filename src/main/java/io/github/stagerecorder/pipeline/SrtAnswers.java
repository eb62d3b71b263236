package io.github.stagerecorder.pipeline;

/**
 * What becomes of the bytes that srtsink has taken. The other end acknowledges what it has some hundred times a second,
 * and libsrt drops what waits for that much longer than the latency. One thread uses it.
 */
final class SrtAnswers {
    private final StreamRoute route;
    private double acknowledgements;
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
        double now = route.figure("packet-ack-received");
        if (now > acknowledgements || route.hasFigure("callers")) { // nothing is told of those who have called this end
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
